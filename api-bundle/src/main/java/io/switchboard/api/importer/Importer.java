package io.switchboard.api.importer;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.MessageKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Reads the export of another desk.
 *
 * <p>Register it as an OSGi service. Called on a thread of the desk; it streams and keeps nothing. The desk makes the
 * tickets, marked as imported, and skips those whose external name it has already, so that an import can be repeated.
 */
public interface Importer {
    /** Returns the name of the other system, for example {@code osTicket}. */
    String system();

    /** Reads an export and passes on each ticket in turn; stops with the exception that {@code take} throws. */
    void read(InputStream export, Consumer<ImportedTicket> take) throws IOException;

    /**
     * A ticket of another desk.
     *
     * @param external its name there
     * @param subject one line
     * @param requester who asked
     * @param status the status in the words of the other desk
     * @param createdAt when it was opened there
     * @param messages its thread, oldest first
     */
    record ImportedTicket(
            ExternalReference external,
            String subject,
            Contact requester,
            String status,
            Instant createdAt,
            List<ImportedMessage> messages) {
        /** Keeps a copy. */
        public ImportedTicket {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A message of another desk.
     *
     * @param kind who it is from and who may read it
     * @param author who wrote it, or null if unknown
     * @param body plain text
     * @param at when
     */
    record ImportedMessage(MessageKind kind, @Nullable Contact author, String body, Instant at) {}
}
