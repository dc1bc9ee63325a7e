package io.switchboard.core.desk;

import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that goes on by a second each time it is read, and can be moved ahead. */
public final class SteppingClock implements DeskClock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Duration moved = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        now = now.plusSeconds(1);
        return now;
    }

    @Override
    public boolean movable() {
        return true;
    }

    @Override
    public synchronized Duration moved() {
        return moved;
    }

    @Override
    public synchronized void moveBy(Duration step) {
        now = now.plus(step);
        moved = moved.plus(step);
    }

    @Override
    public AutoCloseable onMove(Runnable listener) {
        return () -> {};
    }
}
