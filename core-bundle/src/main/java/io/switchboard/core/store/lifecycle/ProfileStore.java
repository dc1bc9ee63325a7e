package io.switchboard.core.store.lifecycle;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.core.lifecycle.OwnProfiles;

/** Keeps the profiles that administrators made. What changes one works in the thread's transaction. */
public interface ProfileStore extends OwnProfiles {
    /**
     * Adds a profile.
     *
     * @throws io.switchboard.core.store.DuplicateKeyException if there is one of this id
     */
    void insert(LifecycleProfile profile);

    /**
     * Keeps tickets from coming into a profile, or to another of its statuses, until the transaction ends. Waits for those
     * on their way: what {@link #stands} tells afterwards holds until then.
     *
     * @return false if there is no such profile
     */
    boolean lock(String id);

    /** Returns whether any ticket stands in a status of a profile. */
    boolean stands(String id, Status status);

    /** Replaces a profile that is locked. */
    void update(LifecycleProfile profile);

    /** Removes a profile that is locked. */
    void delete(String id);
}
