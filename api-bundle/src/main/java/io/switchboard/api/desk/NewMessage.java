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
 * @param automatic whether no person wrote it, such as an out-of-office answer: it stands in the thread and is marked there,
 *     but opens and wakes nothing, and counts as nobody's answer
 */
public record NewMessage(
        MessageKind kind,
        String body,
        BodyFormat format,
        List<AttachmentId> attachments,
        @Nullable Status thenStatus,
        @Nullable Contact author,
        String channel,
        boolean automatic) {
    /** Keeps a copy. */
    public NewMessage {
        attachments = List.copyOf(attachments);
    }

    /** Returns a plain-text message, written by a person, with nothing but the necessary. */
    public static NewMessage of(MessageKind kind, String body, String channel) {
        return new NewMessage(kind, body, BodyFormat.TEXT, List.of(), null, null, channel, false);
    }

    /** Returns the same with files. */
    public NewMessage withAttachments(List<AttachmentId> files) {
        return new NewMessage(kind, body, format, files, thenStatus, author, channel, automatic);
    }

    /** Returns the same with the status that the ticket is to get in the same step. */
    public NewMessage then(Status status) {
        return new NewMessage(kind, body, format, attachments, status, author, channel, automatic);
    }

    /** Returns the same as one that no person wrote. */
    public NewMessage asAutomatic() {
        return new NewMessage(kind, body, format, attachments, thenStatus, author, channel, true);
    }
}
