package io.switchboard.core.rest.work;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids of things inside a ticket. */
final class Ids {
    private Ids() {}

    /**
     * Reads an id of a path.
     *
     * @throws SwitchboardException with {@code not-found}: what cannot be an id names nothing
     */
    static UUID inPath(String thing, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.notFound(thing);
        }
    }

    /**
     * Reads the id of a person in a body, or null.
     *
     * @throws SwitchboardException with {@code invalid-field}
     */
    static @Nullable PersonId person(String field, @Nullable String id) {
        return id == null ? null : new PersonId(inBody(field, id));
    }

    /**
     * Reads an id of a body.
     *
     * @throws SwitchboardException with {@code invalid-field}
     */
    static UUID inBody(String field, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(field, "must be an id");
        }
    }
}
