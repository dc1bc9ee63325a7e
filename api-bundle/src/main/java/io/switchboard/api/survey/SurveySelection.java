package io.switchboard.api.survey;

import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Advisor.</b> Decides whether, and by which survey, a customer is asked.
 *
 * <p>Register it as an OSGi service. Asked when a ticket is closed, never for spam, merged or imported ones, nor
 * for those that were a duplicate or withdrawn; 250 ms for the answer. The first that names a survey wins, by service ranking,
 * then plugin id; if none does nobody is asked. The same question must have the same answer: leave a choice by chance to
 * something that stays, such as the ticket's id.
 */
public interface SurveySelection {
    /** Names the {@link SurveyProvider#id()} to use, or nothing to leave the decision to the next. */
    Optional<String> select(SelectionQuestion question);

    /**
     * A closed ticket.
     *
     * @param ticket the ticket
     * @param customer its requester
     * @param lastAskedAt when the customer was last asked, or null if never
     * @param surveys the ids of the surveys that are there
     * @param now the desk's time
     */
    record SelectionQuestion(
            Ticket ticket, Customer customer, @Nullable Instant lastAskedAt, List<String> surveys, Instant now) {
        /** Keeps a copy. */
        public SelectionQuestion {
            surveys = List.copyOf(surveys);
        }
    }
}
