package io.switchboard.api.delivery;

import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to leave the desk.
 *
 * @param id the same at every attempt
 * @param ticket the ticket it is about, or null, as with a password reset
 * @param to who gets it
 * @param subject one line without line breaks
 * @param text the body as plain text; always there
 * @param html the body as sanitised HTML, or null
 * @param attachments files to send along
 * @param automatic whether no person wrote it: it must be marked as automatic (RFC 3834)
 * @param thread names that tie it to the ticket's earlier messages on this channel, oldest first
 * @param metadata further facts by name
 */
public record OutgoingMessage(
        UUID id,
        @Nullable TicketId ticket,
        Courier.Address to,
        String subject,
        String text,
        @Nullable String html,
        List<Attachment> attachments,
        boolean automatic,
        List<String> thread,
        Map<String, String> metadata) {
    /** Keeps copies. */
    public OutgoingMessage {
        attachments = List.copyOf(attachments);
        thread = List.copyOf(thread);
        metadata = Map.copyOf(metadata);
    }
}
