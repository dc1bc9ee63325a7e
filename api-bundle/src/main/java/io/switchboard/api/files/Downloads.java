package io.switchboard.api.files;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.TicketId;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives the files of messages to channels that show messages to customers. Get it as an OSGi service; it may be used from any
 * thread but not from inside an Advisor or a Guard.
 */
@ProviderType
public interface Downloads {
    /**
     * Opens a file of a message that both the person and this plugin may read.
     *
     * @param ticket the ticket to which the message belongs
     * @param person its requester, submitter or another participant
     * @param file the file
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found}, the same for all that they may not read, or
     *     {@code storage-unavailable} if the file is damaged or cannot be reached
     */
    Download open(TicketId ticket, PersonId person, AttachmentId file) throws IOException;

    /**
     * A file that was opened.
     *
     * @param file what it is
     * @param content its bytes, closed by whoever asked; reading fails at the end if they are not those that were kept
     */
    record Download(Attachment file, InputStream content) {}
}
