package io.switchboard.testkit.fake;

import static java.util.Objects.requireNonNull;

import io.switchboard.testkit.data.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; it begins at {@link Samples#NOW}, in UTC. */
public final class MovableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** Begins at {@link Samples#NOW}. */
    public MovableClock() {
        this(new AtomicReference<>(Samples.NOW), ZoneOffset.UTC);
    }

    private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Moves on; a negative duration moves back. */
    public void move(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** Moves to a time. */
    public void moveTo(Instant to) {
        now.set(to);
    }

    @Override
    public Instant instant() {
        return requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(now, other);
    }
}
