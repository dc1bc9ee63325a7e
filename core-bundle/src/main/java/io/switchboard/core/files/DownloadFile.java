package io.switchboard.core.files;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.Attaching;
import io.switchboard.core.desk.record.ConfidentialReads;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final VerifiedContent contents;
    private final ConfidentialReads looks;

    /** Makes the use case. */
    @Activate
    public DownloadFile(
            @Reference Transactions transactions,
            @Reference ThreadStore threads,
            @Reference TicketStore tickets,
            @Reference VerifiedContent contents,
            @Reference ConfidentialReads looks) {
        this.transactions = transactions;
        this.threads = threads;
        this.tickets = tickets;
        this.contents = contents;
        this.looks = looks;
    }

    /** A file that the caller may read. Its content is read and closed by whoever opens it. */
    public final class Download {
        private final AttachmentRow row;

        private Download(AttachmentRow row) {
            this.row = row;
        }

        /** Returns what is known of the file. */
        public AttachmentRow row() {
            return row;
        }

        /**
         * Opens the whole content, whose last bytes come only if it is what was uploaded.
         *
         * @throws SwitchboardException with {@code storage-unavailable} if it is not there or is damaged
         */
        public InputStream open() throws IOException {
            return contents.whole(row);
        }

        /**
         * Opens a part of the content, of which the whole is what was uploaded.
         *
         * @param from the first byte, counted from 0
         * @param length how many bytes, all of which the file has
         * @throws SwitchboardException with {@code storage-unavailable} if it is not there or is damaged
         */
        public InputStream open(long from, long length) throws IOException {
            return contents.part(row, from, length);
        }
    }

    /**
     * Finds a file.
     *
     * @throws SwitchboardException with {@code not-found} if there is none for the caller
     */
    public Download handle(Caller caller, AttachmentId id) {
        AccessPolicy.requireKnown(caller);
        Found found = transactions
                .read(() -> threads.attachment(id).flatMap(file -> readable(caller, file)))
                .orElseThrow(() -> SwitchboardException.notFound("attachment"));
        Ticket ticket = found.ticket();
        if (ticket != null) {
            looks.note(caller, ticket);
        }
        return new Download(found.file());
    }

    /** A file that the caller may read, with the ticket to which it belongs if it belongs to any. */
    private record Found(AttachmentRow file, @Nullable Ticket ticket) {}

    private Optional<Found> readable(Caller caller, AttachmentRow file) {
        if (file.messageId() == null || file.ticketId() == null) {
            return Attaching.uploader(caller).equals(file.uploader())
                    ? Optional.of(new Found(file, null))
                    : Optional.empty();
        }
        StoredTicket stored = tickets.find(file.ticketId()).orElse(null);
        MessageRow message = threads.message(file.messageId()).orElse(null);
        if (stored == null
                || message == null
                || !AccessPolicy.sees(caller, stored.ticket(), stored.participants())
                || message.kind() == MessageKind.NOTE && !AccessPolicy.readsNotes(caller)) {
            return Optional.empty();
        }
        return Optional.of(new Found(file, stored.ticket()));
    }
}
