package io.switchboard.verify.closure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much time a customer has.
 *
 * @param asks whether they are asked at all
 * @param remind the hours until the reminder, or 0 for none
 * @param close the hours until the closure, or 0 for none
 */
record Hours(boolean asks, int remind, int close) {
    private static final Hours OFF = new Hours(false, 0, 0);
    private static final Pattern PAIR = Pattern.compile("([0-9]{1,4})\\s*,\\s*([0-9]{1,4})");

    /** Reads {@code 24, 48} or {@code off}. */
    static Optional<Hours> read(String text) {
        if (text.equalsIgnoreCase("off")) {
            return Optional.of(OFF);
        }
        Matcher pair = PAIR.matcher(text);
        return pair.matches()
                ? Optional.of(new Hours(true, Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2))))
                : Optional.empty();
    }

    /** Returns when the customer is to be reminded, if at all; not when it would be too late for an answer. */
    Optional<Instant> remindAt(Instant resolvedAt) {
        boolean inTime = close == 0 || remind < close;
        return remind > 0 && inTime ? Optional.of(resolvedAt.plus(Duration.ofHours(remind))) : Optional.empty();
    }

    /** Returns when the ticket is to be closed, if at all. */
    Optional<Instant> closeAt(Instant resolvedAt) {
        return close > 0 ? Optional.of(resolvedAt.plus(Duration.ofHours(close))) : Optional.empty();
    }
}
