package io.switchboard.assign.hours;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When an agent works, by the clock on their wall: on the days when summer time begins and ends, too. A shift that begins
 * in the hour that is left out begins after it; an hour that comes twice is worked twice.
 */
record WorkingWeek(List<WorkingHours> hours, ZoneId zone) {
    private static final int DAYS = 7;

    static WorkingWeek of(Agent agent) {
        return new WorkingWeek(agent.workingHours(), agent.zone());
    }

    /** Returns whether it says anything: without hours an agent always works. */
    boolean limited() {
        return !hours.isEmpty();
    }

    /** Returns whether the agent works at a moment. The first minute of a shift belongs to it, the last does not. */
    boolean covers(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        return !limited()
                || hours.stream()
                        .filter(shift -> shift.day() == local.getDayOfWeek())
                        .anyMatch(shift -> !time.isBefore(shift.from())
                                && (time.isBefore(shift.to()) || shift.to().equals(LocalTime.MAX)));
    }

    /** Returns how long it is from a moment until the next shift begins; nothing if the agent works then. */
    Optional<Duration> until(Instant at) {
        if (covers(at)) {
            return Optional.empty();
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS + 1L))
                .flatMap(date -> hours.stream()
                        .filter(shift -> shift.day() == date.getDayOfWeek())
                        .map(shift -> ZonedDateTime.of(date, shift.from(), zone).toInstant()))
                .filter(start -> start.isAfter(at))
                .min(Comparator.naturalOrder())
                .map(start -> Duration.between(at, start));
    }
}
