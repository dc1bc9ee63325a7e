package io.switchboard.core.desk.draft;

import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.draft.DraftRow;
import java.time.Instant;

/**
 * What somebody is writing.
 *
 * @param kind what kind of message it is to be; there is one draft of each
 * @param version changes with each change of the draft
 */
public record Draft(
        TicketId ticket, MessageKind kind, String body, BodyFormat format, long version, Instant updatedAt) {
    static Draft of(DraftRow row) {
        return new Draft(row.ticketId(), row.kind(), row.body(), row.format(), row.version(), row.updatedAt());
    }
}
