package io.switchboard.assign.certified;

import io.switchboard.api.people.Agent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For how long certificates hold: through the day that has the date on which it was passed, so many months later, by the
 * calendar where the agent works.
 *
 * @param months how many months one holds, or 0 for ever
 * @param other the same for single certificates
 */
record Validity(int months, Map<String, Integer> other) {
    Validity {
        other = Map.copyOf(other);
    }

    /** How an agent stands to a certificate at a moment. */
    sealed interface Standing {
        /** They hold it: until a day, or null for ever. */
        record Holds(@Nullable LocalDate until) implements Standing {}

        /** They held it until a day. */
        record RanOut(LocalDate until) implements Standing {}

        /** It is dated in the future. */
        record ToCome(LocalDate from) implements Standing {}

        /** They never passed it. */
        record Missing() implements Standing {}
    }

    /** Says how an agent stands to a certificate. */
    Standing of(Agent agent, String certificate, Instant now) {
        LocalDate passedOn = agent.certificates().get(certificate);
        if (passedOn == null) {
            return new Standing.Missing();
        }
        LocalDate today = today(agent, now);
        // Whoever entered it may live where it is a day later.
        if (passedOn.isAfter(today.plusDays(1))) {
            return new Standing.ToCome(passedOn);
        }
        int holds = other.getOrDefault(certificate, months);
        if (holds == 0) {
            return new Standing.Holds(null);
        }
        LocalDate until = passedOn.plusMonths(holds);
        return today.isAfter(until) ? new Standing.RanOut(until) : new Standing.Holds(until);
    }

    /** Returns whether a certificate that an agent holds ends within so many days. */
    boolean endsWithin(int days, Agent agent, String certificate, Instant now) {
        LocalDate until = of(agent, certificate, now) instanceof Standing.Holds holds ? holds.until() : null;
        return until != null && until.isBefore(today(agent, now).plusDays(days));
    }

    private static LocalDate today(Agent agent, Instant now) {
        return LocalDate.ofInstant(now, agent.zone());
    }
}
