package io.switchboard.core.files;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.Attaching;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives a file to whoever may read its message; while it belongs to no message, to whoever uploaded it. For anybody else
 * there is no such file.
 */
@Component(service = DownloadFile.class)
public final class DownloadFile {
    private final Transactions transactions;
    private final ThreadStore threads;
    private final TicketStore tickets;
    private final Blobs blobs;

    /** Makes the use case. */
    @Activate
    public DownloadFile(
            @Reference Transactions transactions,
            @Reference ThreadStore threads,
            @Reference TicketStore tickets,
            @Reference Blobs blobs) {
        this.transactions = transactions;
        this.threads = threads;
        this.tickets = tickets;
        this.blobs = blobs;
    }

    /**
     * A file with its bytes.
     *
     * @param row what is known of it
     * @param content to be read and closed by the caller
     */
    public record Download(AttachmentRow row, InputStream content) {}

    /**
     * Opens a file.
     *
     * @throws SwitchboardException with {@code not-found} if there is none for the caller
     */
    public Download handle(Caller caller, AttachmentId id) throws IOException {
        AccessPolicy.requireKnown(caller);
        AttachmentRow row = transactions
                .read(() -> threads.attachment(id).filter(file -> mayRead(caller, file)))
                .orElseThrow(() -> SwitchboardException.notFound("attachment"));
        InputStream content = blobs.open(row.sha256())
                .orElseThrow(() -> new SwitchboardException(
                        ErrorCode.STORAGE_UNAVAILABLE,
                        "The content of this file cannot be read at the moment; tell whoever runs this desk"));
        return new Download(row, content);
    }

    private boolean mayRead(Caller caller, AttachmentRow file) {
        if (file.messageId() == null || file.ticketId() == null) {
            return Attaching.uploader(caller).equals(file.uploader());
        }
        TicketId ticket = file.ticketId();
        StoredTicket stored = tickets.find(ticket).orElse(null);
        MessageRow message = threads.message(file.messageId()).orElse(null);
        return stored != null
                && message != null
                && AccessPolicy.sees(caller, stored.ticket(), stored.participants())
                && (message.kind() != MessageKind.NOTE || AccessPolicy.readsNotes(caller));
    }
}
