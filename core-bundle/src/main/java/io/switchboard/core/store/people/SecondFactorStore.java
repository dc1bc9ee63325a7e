package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what people prove themselves by besides their password. Each method works in the thread's transaction. */
public interface SecondFactorStore {
    /**
     * The secret of somebody's authenticator app.
     *
     * @param sealed the secret, sealed
     * @param lastStep the step of the last code that was taken; null until the first one has confirmed the secret
     */
    record SecretRow(String sealed, @Nullable Long lastStep) {}

    /** Returns a person's secret, confirmed or not. */
    Optional<SecretRow> secret(PersonId person);

    /** Returns whether a person has a confirmed secret. */
    default boolean confirmed(PersonId person) {
        return secret(person).map(SecretRow::lastStep).isPresent();
    }

    /** Keeps a secret that is not confirmed yet; false if the person has a confirmed one. */
    boolean propose(PersonId person, String sealed, Instant now);

    /** Takes a step's code; false if one of this step or a later one was taken before. The first confirms the secret. */
    boolean useStep(PersonId person, long step, Instant now);

    /** Gives a person new recovery codes in the place of all others. */
    void putRecoveryCodes(PersonId person, Collection<String> hashes);

    /** Returns how many recovery codes a person has left. */
    int recoveryCodes(PersonId person);

    /** Uses a recovery code up; false if there is none such. */
    boolean useRecoveryCode(PersonId person, String hash);

    /** Removes a person's secret and recovery codes; false if there was no secret. */
    boolean remove(PersonId person, Instant now);
}
