package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps which accounts of other systems belong to whom. Each method works in the thread's transaction. */
public interface ExternalIdentityStore {
    /**
     * An account of another system.
     *
     * @param issuer the system that vouches
     * @param subject the unchanging key there
     * @param person to whom it belongs
     * @param loginKey what they type to sign in, in lower case
     * @param boundAt since when
     */
    record IdentityRow(String issuer, String subject, PersonId person, String loginKey, Instant boundAt) {}

    /** Adds an account. */
    void bind(IdentityRow row);

    /** Returns the account that a login means, or nothing. */
    Optional<IdentityRow> byLogin(String loginKey);

    /** Returns the account of a subject, or nothing. */
    Optional<IdentityRow> bySubject(String issuer, String subject);

    /** Returns a person's accounts by issuer. */
    List<IdentityRow> of(PersonId person);

    /** Removes all accounts of a person, and returns how many there were. */
    int release(PersonId person);
}
