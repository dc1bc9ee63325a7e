package io.switchboard.testkit.fake;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Timers that ring only when a test says so. */
public final class ManualClockwork implements Clockwork {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_PAYLOAD = 10_000;

    private final Map<String, SetTimer> timers = new ConcurrentHashMap<>();

    /**
     * A timer that was set.
     *
     * @param key its name
     * @param ticket the ticket it is about, or null
     * @param dueAt when
     * @param payload what is given back
     */
    public record SetTimer(String key, @Nullable TicketId ticket, Instant dueAt, String payload) {}

    @Override
    public void set(String key, @Nullable TicketId ticket, Instant dueAt, String payload) {
        Refusals.longer(key, LONGEST_KEY, "key");
        Refusals.longer(payload, LONGEST_PAYLOAD, "payload");
        timers.put(key, new SetTimer(key, ticket, dueAt, payload));
    }

    @Override
    public void clear(String key) {
        timers.remove(key);
    }

    /** Returns the timer with this key, or nothing. */
    public Optional<SetTimer> timer(String key) {
        return Optional.ofNullable(timers.get(key));
    }

    /** Returns all timers that have not rung, the earliest first. */
    public List<SetTimer> timers() {
        return timers.values().stream()
                .sorted(Comparator.comparing(SetTimer::dueAt).thenComparing(SetTimer::key))
                .toList();
    }

    /**
     * Rings every timer that is due at {@code now}, the earliest first. A timer whose alarm fails stays set.
     *
     * @throws Exception the failure of the alarm
     */
    public void ring(Alarm alarm, Instant now) throws Exception {
        for (SetTimer timer : timers()) {
            if (!timer.dueAt().isAfter(now)) {
                alarm.ring(timer.key(), timer.ticket(), timer.payload());
                timers.remove(timer.key(), timer);
            }
        }
    }
}
