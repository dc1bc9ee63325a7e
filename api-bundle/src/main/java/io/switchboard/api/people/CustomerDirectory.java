package io.switchboard.api.people;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Knows customers from another system, for example a CRM.
 *
 * <p>Register it as an OSGi service. The desk asks when a ticket of a customer came in or a customer was made, every hour
 * about everybody with an open ticket, at once when the {@link #edition()} changed, and when a person wants it; never while
 * a ticket is being opened. What several directories know is put together, and where they differ the one of the highest
 * service ranking wins, then the smaller plugin id. What a person of the desk has set by hand stays as it is. Called on any
 * thread, several at once; 2 s for an answer. Triage waits a second for it; what comes later has the advisors asked again.
 */
public interface CustomerDirectory {
    /**
     * Looks one customer up.
     *
     * @param email the customer's address: in lower case, the domain in its ASCII form, at most 200 characters
     * @return what is known, or nothing if the address is unknown, which changes nothing at the desk
     */
    Optional<DirectoryEntry> byEmail(String email);

    /**
     * Returns what changes whenever answers may have changed, for example a hash of what was read; asked once a minute, and
     * must not call out. The desk remembers it over restarts and looks everybody with an open ticket up again when it is
     * another one. At most 200 characters; empty for a directory that cannot tell.
     */
    default String edition() {
        return "";
    }

    /**
     * What a directory knows of a customer. Null means 'not known' and changes nothing at the desk. An answer that is not as
     * told here counts as a failure and is left out whole.
     *
     * @param name the display name, one line of at most 200 characters
     * @param organization the organization's name, one line of at most 200 characters; the desk makes one that it does not
     *     know
     * @param vip whether very important
     * @param language a BCP 47 tag of at most 35 characters
     * @param zone the time zone
     * @param phone the telephone number, with at least 3 digits and at most 80 characters
     * @param attributes anything else, at most 50 entries of 1,000 characters, with names of at most 80, each one line
     */
    record DirectoryEntry(
            @Nullable String name,
            @Nullable String organization,
            @Nullable Boolean vip,
            @Nullable String language,
            @Nullable ZoneId zone,
            @Nullable String phone,
            Map<String, String> attributes) {
        /** Keeps a copy. */
        public DirectoryEntry {
            attributes = Map.copyOf(attributes);
        }
    }
}
