package io.switchboard.intake.portal;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often somebody whom nobody knows may send a form within an hour; what is too much is refused, not kept. */
final class FormBudget {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 50_000;

    private final Clock clock;
    private final int allowed;
    private final Map<String, Deque<Instant>> spent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    FormBudget(Clock clock, int allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    /**
     * Takes one form from the budget of a key.
     *
     * @throws SwitchboardException with {@code too-many-requests}
     */
    synchronized void spend(String key) {
        Instant now = clock.instant();
        Deque<Instant> times = spent.computeIfAbsent(key, added -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WINDOW))) {
            times.removeFirst();
        }
        if (times.size() >= allowed) {
            throw new SwitchboardException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "That was a lot at once; please wait an hour, or call us",
                    List.of(),
                    Map.of("retryAfterSeconds", WINDOW.toSeconds()),
                    null);
        }
        times.addLast(now);
    }
}
