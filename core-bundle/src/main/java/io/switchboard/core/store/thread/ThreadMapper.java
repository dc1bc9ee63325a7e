package io.switchboard.core.store.thread;

import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code message} and {@code attachment}. */
public interface ThreadMapper {
    void insert(MessageRow message);

    Optional<MessageRow> message(MessageId id);

    List<MessageRow> messages(@Param("ids") Collection<MessageId> ids);

    List<MessageRow> thread(
            @Param("tickets") Collection<TicketId> tickets,
            @Param("notes") boolean notes,
            @Param("after") @Nullable MessageId after,
            @Param("limit") int limit);

    Optional<MessageId> writtenSince(@Param("ticket") TicketId ticket, @Param("since") Instant since);

    List<AttachmentRow> attachments(@Param("messages") Collection<MessageId> messages);

    void moveMessages(@Param("messages") Collection<MessageId> messages, @Param("to") TicketId to);

    void moveAttachments(@Param("messages") Collection<MessageId> messages, @Param("to") TicketId to);

    void rewrite(@Param("id") MessageId id, @Param("body") String body, @Param("format") BodyFormat format);

    void rewriteAll(@Param("ticket") TicketId ticket, @Param("body") String body, @Param("format") BodyFormat format);

    List<AttachmentRow> unboundOf(String uploader);

    void insertAttachment(AttachmentRow attachment);

    Optional<AttachmentRow> attachment(AttachmentId id);

    int bind(
            @Param("id") AttachmentId id,
            @Param("ticket") TicketId ticket,
            @Param("message") MessageId message,
            @Param("place") int place);

    List<AttachmentRow> unbound(@Param("before") Instant before, @Param("limit") int limit);

    void deleteAttachment(AttachmentId id);

    List<AttachmentRow> withContent(String sha256);

    List<AttachmentRow> ofTicket(TicketId ticket);

    void deleteAttachments(TicketId ticket);

    void deleteMessages(TicketId ticket);
}
