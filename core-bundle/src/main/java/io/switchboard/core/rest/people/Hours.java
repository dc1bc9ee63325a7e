package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.WorkingHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of work in a week.
 *
 * @param day for example {@code monday}
 * @param from for example {@code 09:00}
 * @param to for example {@code 17:30}; {@code 24:00} is midnight
 */
public record Hours(
        @Nullable String day,
        @Nullable String from,
        @Nullable String to) {
    private static final String MIDNIGHT = "24:00";

    static Hours of(WorkingHours hours) {
        return new Hours(
                hours.day().name().toLowerCase(Locale.ROOT),
                hours.from().toString(),
                hours.to().equals(LocalTime.MAX) ? MIDNIGHT : hours.to().toString());
    }

    WorkingHours hours() {
        if (day != null && from != null && to != null) {
            try {
                return new WorkingHours(
                        DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                        LocalTime.parse(from),
                        to.equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(to));
            } catch (DateTimeException | IllegalArgumentException malformed) {
                throw wrong();
            }
        }
        throw wrong();
    }

    private static SwitchboardException wrong() {
        return SwitchboardException.field(
                "workingHours", "must be like {\"day\": \"monday\", \"from\": \"09:00\", \"to\": \"17:30\"}, in order");
    }
}
