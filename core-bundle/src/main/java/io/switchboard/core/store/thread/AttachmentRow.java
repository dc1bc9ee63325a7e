package io.switchboard.core.store.thread;

import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code attachment}.
 *
 * @param uploader who may use it while it is bound to no message: a name of the caller, or null for the desk alone
 * @param place its place among the files of its message
 */
public record AttachmentRow(
        AttachmentId id,
        String name,
        String type,
        long size,
        String sha256,
        @Nullable String uploader,
        @Nullable TicketId ticketId,
        @Nullable MessageId messageId,
        int place,
        Instant createdAt) {
    /** Returns it as a message shows it. */
    public Attachment attachment() {
        return new Attachment(id, name, type, size, sha256);
    }
}
