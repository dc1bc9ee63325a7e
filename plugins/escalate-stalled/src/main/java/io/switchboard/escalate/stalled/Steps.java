package io.switchboard.escalate.stalled;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After how long without a move a ticket goes up.
 *
 * @param after one duration for each step, each longer than the one before; empty if tickets never go up
 */
record Steps(List<Duration> after) {
    private static final int MOST = 10;
    private static final int LONGEST = 8_760;

    /** Reads {@code 8, 24} or {@code off}. */
    static Optional<Steps> read(String text) {
        if (text.strip().equalsIgnoreCase("off")) {
            return Optional.of(new Steps(List.of()));
        }
        List<Duration> after = new ArrayList<>();
        int last = 0;
        for (String word : text.split(",", -1)) {
            int hours = hours(word.strip());
            if (hours <= last || hours > LONGEST || after.size() == MOST) {
                return Optional.empty();
            }
            after.add(Duration.ofHours(hours));
            last = hours;
        }
        return Optional.of(new Steps(List.copyOf(after)));
    }

    private static int hours(String word) {
        return word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
    }

    /** Returns how many steps are due. */
    int due(Instant since, Instant now) {
        return (int)
                after.stream().filter(step -> !now.isBefore(since.plus(step))).count();
    }

    /** Returns when the step after so many is due, if there is one. */
    Optional<Instant> next(int steps, Instant since) {
        return steps < after.size() ? Optional.of(since.plus(after.get(steps))) : Optional.empty();
    }
}
