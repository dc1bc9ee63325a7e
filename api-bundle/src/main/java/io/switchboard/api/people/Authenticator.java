package io.switchboard.api.people;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Checks who somebody is against another system, for example a directory service.
 *
 * <p>Register it as an OSGi service. It is asked only for accounts that were bound to it, or for unknown ones where an
 * administrator allowed it to create them; never instead of a local password. A person is known by issuer and subject,
 * never by mail address alone. Called on any thread, several at once; 5 s for an answer; the sign-in budget is the desk's.
 * Several are asked in the order of service ranking, then plugin id; the first that vouches wins.
 */
public interface Authenticator {
    /** Returns a stable name of the system that vouches, for example {@code ldap:example.org}. */
    String issuer();

    /**
     * Checks a name and a secret.
     *
     * @param login what the person typed, at most 200 characters
     * @param secret the secret, which must not be kept or logged
     * @return the identity, or nothing if the two do not fit; which of them is not said
     */
    Optional<Identity> authenticate(String login, char[] secret);

    /**
     * Who somebody is in the other system.
     *
     * @param subject their unchanging key there
     * @param name the display name
     * @param email the address, or null
     * @param groups groups there, which an administrator may map to roles
     */
    record Identity(String subject, String name, @Nullable String email, Set<String> groups) {
        /** Keeps a copy. */
        public Identity {
            groups = Set.copyOf(groups);
        }
    }
}
