package io.switchboard.api.desk;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to be posted.
 *
 * @param kind who it is from and who may read it
 * @param body the text, up to 1 MiB of UTF-8, not blank unless there are files
 * @param format how it is written
 * @param attachments files that were uploaded before, at most 50
 * @param thenStatus the status the ticket is to get in the same step, or null
 * @param author whom to name as the author of a customer's message, or null for the actor
 * @param channel the id of the channel it came through
 */
public record NewMessage(
        MessageKind kind,
        String body,
        BodyFormat format,
        List<AttachmentId> attachments,
        @Nullable Status thenStatus,
        @Nullable Contact author,
        String channel) {
    /** Keeps a copy. */
    public NewMessage {
        attachments = List.copyOf(attachments);
    }
}
