package io.switchboard.api.files;

import io.switchboard.api.ticket.Attachment;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Takes files that a plugin received, to be attached to a ticket or message afterwards. Get it as an OSGi service. */
@ProviderType
public interface Uploads {
    /**
     * Keeps a file. If it is not attached to anything within 24 hours it is removed.
     *
     * @param name the name as received; it is cleaned of what could mislead
     * @param content read to its end and not closed
     * @return the file with the type that the server detected
     * @throws io.switchboard.api.error.SwitchboardException with {@code too-large} or {@code unsupported-type} by the
     *     desk's limits
     */
    Attachment keep(String name, InputStream content) throws IOException;

    /** Returns how many bytes a file may have. */
    long largest();
}
