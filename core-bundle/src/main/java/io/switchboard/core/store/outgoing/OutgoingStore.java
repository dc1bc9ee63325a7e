package io.switchboard.core.store.outgoing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is to leave the desk. Works in the thread's transaction. */
public interface OutgoingStore {
    /** Adds a message. */
    void add(OutgoingRow row);

    /** Returns a message, or nothing. */
    Optional<OutgoingRow> find(UUID id);

    /** Takes note of a failed attempt at a message that waits. */
    void failed(UUID id, String outcome);

    /** Ends a message that waits, and forgets what it said. */
    void end(UUID id, String state, String outcome);

    /**
     * Takes one place of what may be sent to an address that nobody has verified.
     *
     * @param addressHash a hash of the address
     * @return false if one was sent in the last hour, or three in the last day
     */
    boolean takePlace(UUID id, String addressHash, Instant now);
}
