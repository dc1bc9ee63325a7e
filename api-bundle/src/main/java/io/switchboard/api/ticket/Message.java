package io.switchboard.api.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a ticket's thread. It is never changed after it was posted.
 *
 * @param id identifies it
 * @param ticket the ticket it was posted to; after a merge still that one
 * @param kind who it is from and who may read it
 * @param author who wrote it; null if it was written by a plugin or the desk
 * @param body the text as stored: HTML has been sanitised
 * @param format how the body is written
 * @param channel the id of the channel it came through or goes out by
 * @param automatic whether no person wrote it, such as an out-of-office answer
 * @param attachments its files, in the order given
 * @param createdAt when it was posted
 */
public record Message(
        MessageId id,
        TicketId ticket,
        MessageKind kind,
        @Nullable PersonReference author,
        String body,
        BodyFormat format,
        String channel,
        boolean automatic,
        List<Attachment> attachments,
        Instant createdAt) {
    /** Keeps a copy. */
    public Message {
        attachments = List.copyOf(attachments);
    }
}
