package io.switchboard.core.people.directory;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody does not want to get messages, each day.
 *
 * @param from when that begins
 * @param to when it ends; earlier than {@code from} if it goes over midnight, never equal to it
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Returns the earliest time from {@code now} on at which they get messages. */
    public Instant next(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return now;
        }
        boolean tomorrow = overMidnight && !time.isBefore(from);
        return here.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(to)
                .atZone(zone)
                .toInstant();
    }
}
