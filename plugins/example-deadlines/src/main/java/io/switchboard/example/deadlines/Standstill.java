package io.switchboard.example.deadlines;

import io.switchboard.api.deadline.DeadlinePolicy.DeadlineQuestion;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up how long a ticket was in statuses in which its time stands still. */
final class Standstill {
    private Standstill() {}

    /** Returns how long it was until now; a status that it came into and has not left counts until now. */
    static Duration in(Set<String> statuses, DeadlineQuestion question) {
        Duration sum = Duration.ZERO;
        Instant since = null;
        for (TicketEvent event : question.history()) {
            String to = event.type() == EventType.TICKET_TRANSITIONED ? status(event) : null;
            if (to == null) {
                continue;
            }
            if (since != null) {
                sum = sum.plus(Duration.between(since, event.at()));
            }
            since = statuses.contains(to) ? event.at() : null;
        }
        return since == null ? sum : sum.plus(Duration.between(since, question.now()));
    }

    private static @Nullable String status(TicketEvent event) {
        return event.changes().stream()
                .filter(change -> change.field().equals("status"))
                .map(FieldChange::after)
                .findFirst()
                .orElse(null);
    }
}
