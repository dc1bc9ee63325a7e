package io.switchboard.core.store.survey;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one closure of a ticket.
 *
 * @param id made in the order of time
 * @param closure how often the ticket had been reopened before it was closed
 * @param outcome {@link #ASKED}, or why nobody was asked
 * @param person the requester of then
 * @param survey the id of the survey, or null if nobody was asked; so with edition, kind and form
 * @param kind how the scored question is answered
 * @param form the form as JSON
 * @param tokenHash the hash of the link's token; null if there is none, or none any more
 * @param sent whether a letter was handed over
 * @param expiresAt until when a first answer is taken
 * @param score the answer on the scale, or null before there is one; so with low and content
 * @param low whether the desk follows up on it
 * @param content whether the customer is content
 * @param choices what was chosen, as a JSON object by the ids of the questions
 * @param words what was written, as a JSON object; null if nothing was, or if it was taken out
 * @param correctedAt when the answer was changed last, or null
 * @param followUp what was done about a low score, or null if nothing was yet
 */
public record SurveyRow(
        UUID id,
        TicketId ticketId,
        int closure,
        String outcome,
        PersonId person,
        @Nullable String survey,
        @Nullable String edition,
        @Nullable String kind,
        @Nullable String form,
        @Nullable String tokenHash,
        boolean sent,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Integer score,
        @Nullable Boolean low,
        @Nullable Boolean content,
        @Nullable String choices,
        @Nullable String words,
        @Nullable Instant answeredAt,
        @Nullable Instant correctedAt,
        @Nullable String followUp) {
    /** The customer was asked. */
    public static final String ASKED = "asked";

    /** No selection named a survey. */
    public static final String NOT_SELECTED = "not_selected";

    /** The customer was asked about an earlier closure of the ticket a short while ago. */
    public static final String ASKED_BEFORE = "asked_before";
}
