package io.switchboard.core.desk.person;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.core.desk.person.RedactTicket.Redaction;
import io.switchboard.core.desk.progress.LeftFiles;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a person's words, name and files out of the messages of a ticket. Works in the thread's transaction. */
@Component(service = RedactThread.class)
public final class RedactThread {
    private static final int PAGE = 200;

    private final ThreadStore threads;
    private final PersonStore persons;
    private final LeftFiles files;

    /** Makes it. */
    @Activate
    public RedactThread(@Reference ThreadStore threads, @Reference PersonStore persons, @Reference LeftFiles files) {
        this.threads = threads;
        this.persons = persons;
        this.files = files;
    }

    void redact(StoredTicket ticket, Redaction redaction) {
        MessageId after = null;
        List<MessageRow> page;
        do {
            page = threads.thread(Set.of(ticket.ticket().id()), true, after, PAGE);
            List<MessageId> emptied = new ArrayList<>();
            for (MessageRow message : page) {
                after = message.id();
                if (redact(ticket, message, redaction)) {
                    emptied.add(message.id());
                }
            }
            remove(redaction.empties(ticket.ticket()) ? ids(page) : emptied);
        } while (page.size() == PAGE);
    }

    /** Returns whether the message was emptied. */
    private boolean redact(StoredTicket ticket, MessageRow message, Redaction redaction) {
        boolean requested = redaction.requested(ticket.ticket());
        boolean own = redaction.person().equals(message.author()) || requested && theirs(ticket, message);
        if (own && redaction.words() == TicketWords.EMPTY) {
            threads.rewrite(message.id(), Identifiers.ERASED, BodyFormat.TEXT);
            return true;
        }
        if (own || requested) {
            String masked = redaction.identifiers().mask(message.body());
            if (!masked.equals(message.body())) {
                threads.rewrite(message.id(), masked, message.format());
            }
        }
        return false;
    }

    /** What the desk took down for a customer, for example on the telephone, are the customer's words. */
    private boolean theirs(StoredTicket ticket, MessageRow message) {
        PersonId author = message.author();
        return message.id().equals(ticket.openingMessage())
                || message.kind() == MessageKind.CUSTOMER && (author == null || persons.isAgent(author));
    }

    private void remove(List<MessageId> messages) {
        List<AttachmentRow> attached = threads.attachments(messages);
        attached.forEach(file -> threads.removeAttachment(file.id()));
        files.left(attached);
    }

    /** Removes what somebody uploaded and has not used. */
    void removeUnused(String uploader) {
        List<AttachmentRow> unused = threads.unboundOf(uploader);
        unused.forEach(file -> threads.removeAttachment(file.id()));
        files.left(unused);
    }

    private static List<MessageId> ids(List<MessageRow> messages) {
        return messages.stream().map(MessageRow::id).toList();
    }
}
