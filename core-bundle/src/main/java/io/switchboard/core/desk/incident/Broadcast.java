package io.switchboard.core.desk.incident;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said or done to all reports of an incident, as it is read.
 *
 * @param by who sent it, or null if no person did
 * @param message the reply to the incident, or null if nothing was said
 * @param status the status that all got, or null if they stayed where they were
 * @param reached how many reports were told and moved
 * @param pending how many are still to be
 * @param refused how many cannot be told or moved
 * @param refusals why not, of those of them that the reader sees
 */
public record Broadcast(
        UUID id,
        @Nullable PersonReference by,
        Instant at,
        @Nullable MessageId message,
        @Nullable Status status,
        int reached,
        int pending,
        int refused,
        List<Refusal> refusals) {
    /** Keeps a copy. */
    public Broadcast {
        refusals = List.copyOf(refusals);
    }

    /** A report that cannot be told or moved, with the code of the error and what it says. */
    public record Refusal(TicketId ticket, String number, String code, String detail) {}

    /**
     * What is wanted.
     *
     * @param body what is said to the incident and all its reports, or null to say nothing
     * @param to the status that they all get, or null to leave them where they are
     * @param resolution how it was solved, for all of them; null if the incident has one, or none is needed
     * @param closure why the matter is at an end, or null
     */
    public record Wish(
            @Nullable String body,
            BodyFormat format,
            @Nullable Status to,
            @Nullable Resolution resolution,
            @Nullable ClosureReason closure) {}
}
