package io.switchboard.api.people;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * One stretch of work in a week. A shift over midnight is two stretches; a day may have several.
 *
 * @param day the day of the week
 * @param from when it begins
 * @param to when it ends, after {@code from}; {@link LocalTime#MAX} stands for midnight
 */
public record WorkingHours(DayOfWeek day, LocalTime from, LocalTime to) {
    /** Refuses a stretch that ends before it begins. */
    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("working hours must end after they begin: " + from + " to " + to);
        }
    }
}
