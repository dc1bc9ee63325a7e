package io.switchboard.api.people;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Knows customers from another system, for example a CRM.
 *
 * <p>Register it as an OSGi service. The desk asks after a ticket is open, never while it is being opened; what several
 * directories know is put together, and where they differ the one of the highest service ranking wins, then the smaller
 * plugin id. Called on any thread, several at once; 2 s for an answer.
 */
public interface CustomerDirectory {
    /**
     * Looks one customer up.
     *
     * @param email the customer's address, normalised to lower case
     * @return what is known, or nothing if the address is unknown
     */
    Optional<DirectoryEntry> byEmail(String email);

    /**
     * What a directory knows of a customer. Null means 'not known' and changes nothing at the desk.
     *
     * @param name the display name
     * @param organization the organization's name
     * @param vip whether very important
     * @param language a BCP 47 tag
     * @param phone the telephone number
     * @param attributes anything else, at most 50 entries of 1,000 characters
     */
    record DirectoryEntry(
            @Nullable String name,
            @Nullable String organization,
            @Nullable Boolean vip,
            @Nullable String language,
            @Nullable String phone,
            Map<String, String> attributes) {
        /** Keeps a copy. */
        public DirectoryEntry {
            attributes = Map.copyOf(attributes);
        }
    }
}
