package io.switchboard.core.lifecycle;

import io.switchboard.api.lifecycle.LifecycleProfile;
import java.util.List;
import java.util.Optional;

/**
 * The profiles that administrators made, beside those that come with the desk. They are read anew each time, so that every
 * node follows a change at once; within a transaction that has locked a profile it does not change.
 */
public interface OwnProfiles {
    /** No profiles. */
    OwnProfiles NONE = new OwnProfiles() {
        @Override
        public Optional<LifecycleProfile> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<LifecycleProfile> list() {
            return List.of();
        }
    };

    /** Returns the profile with this id, or nothing. */
    Optional<LifecycleProfile> find(String id);

    /** Returns all in the order of their ids. */
    List<LifecycleProfile> list();
}
