package io.switchboard.guard.closure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be asked for before a ticket is closed. */
enum Check {
    /** The customer said yes, or their time went by. */
    CONFIRMED,
    /** What was done is written down. */
    STEPS,
    /** The ticket has a category. */
    CATEGORY,
    /** Somebody recorded their working time. */
    TIME,
    /** No task is open. */
    TASKS;

    static Optional<Check> of(String id) {
        return Arrays.stream(values())
                .filter(check -> check.name().toLowerCase(Locale.ROOT).equals(id.strip()))
                .findFirst();
    }
}
