package io.switchboard.core.store.thread;

import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages and their files in SQL. */
@Component(service = ThreadStore.class)
public final class SqlThreadStore implements ThreadStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlThreadStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void append(MessageRow message) {
        mapper().insert(message);
    }

    @Override
    public Optional<MessageRow> message(MessageId id) {
        return mapper().message(id);
    }

    @Override
    public List<MessageRow> messages(Collection<MessageId> ids) {
        return ids.isEmpty() ? List.of() : mapper().messages(InList.of(ids, MessageId::new));
    }

    @Override
    public List<MessageRow> thread(Collection<TicketId> tickets, boolean notes, @Nullable MessageId after, int limit) {
        return tickets.isEmpty() ? List.of() : mapper().thread(InList.of(tickets, TicketId::new), notes, after, limit);
    }

    @Override
    public boolean writtenSince(TicketId ticket, Instant since) {
        return mapper().writtenSince(ticket, since).isPresent();
    }

    @Override
    public List<AttachmentRow> attachments(Collection<MessageId> messages) {
        return messages.isEmpty() ? List.of() : mapper().attachments(InList.of(messages, MessageId::new));
    }

    @Override
    public void move(Collection<MessageId> messages, TicketId to) {
        if (!messages.isEmpty()) {
            mapper().moveMessages(messages, to);
            mapper().moveAttachments(messages, to);
        }
    }

    @Override
    public void rewrite(MessageId id, String body, BodyFormat format) {
        mapper().rewrite(id, body, format);
    }

    @Override
    public List<AttachmentRow> rewriteAll(TicketId ticket, String body) {
        List<AttachmentRow> files = mapper().ofTicket(ticket);
        mapper().deleteAttachments(ticket);
        mapper().rewriteAll(ticket, body, BodyFormat.TEXT);
        return files;
    }

    @Override
    public List<AttachmentRow> unboundOf(String uploader) {
        return mapper().unboundOf(uploader);
    }

    @Override
    public void addAttachment(AttachmentRow attachment) {
        mapper().insertAttachment(attachment);
    }

    @Override
    public Optional<AttachmentRow> attachment(AttachmentId id) {
        return mapper().attachment(id);
    }

    @Override
    public boolean bind(AttachmentId id, TicketId ticket, MessageId message, int place) {
        return mapper().bind(id, ticket, message, place) == 1;
    }

    @Override
    public List<AttachmentRow> unbound(Instant before, int limit) {
        return mapper().unbound(before, limit);
    }

    @Override
    public void removeAttachment(AttachmentId id) {
        mapper().deleteAttachment(id);
    }

    @Override
    public boolean contentInUse(String sha256) {
        return !mapper().withContent(sha256).isEmpty();
    }

    @Override
    public List<AttachmentRow> purge(TicketId ticket) {
        List<AttachmentRow> files = mapper().ofTicket(ticket);
        mapper().deleteAttachments(ticket);
        mapper().deleteMessages(ticket);
        return files;
    }

    private ThreadMapper mapper() {
        return mappers.of(ThreadMapper.class);
    }
}
