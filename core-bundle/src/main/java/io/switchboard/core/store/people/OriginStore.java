package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps where what is known of customers comes from. Each method works in the thread's transaction. */
public interface OriginStore {
    /** Returns the origins of what is known of persons; at most 500 are asked for. */
    List<OriginRow> of(Collection<PersonId> persons);

    /** Puts an origin, whatever was there before; the person's row must have been changed in the same transaction. */
    void put(OriginRow origin);

    /** Returns when directories may be asked about somebody again; nothing if they never were. */
    Optional<Instant> due(PersonId person);

    /**
     * Sets when directories may be asked about somebody again, if that is still as it was seen.
     *
     * @param seen what {@link #due} told, or null if it told nothing
     * @return false, having changed nothing, if somebody else was faster
     * @throws io.switchboard.core.store.DuplicateKeyException if somebody else was faster with the first one
     */
    boolean putDue(PersonId person, @Nullable Instant seen, Instant due);
}
