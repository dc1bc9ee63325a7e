package io.switchboard.core.store.lease;

import java.time.Duration;
import java.util.Optional;

/**
 * Gives leases. Times are the database's, so the nodes' clocks do not matter. A holder must stop what it does when it
 * could not renew in time. Each method joins the transaction of its thread, or runs in one of its own.
 */
public interface Leases {
    /**
     * Takes a lease that is free, has expired, or is the owner's own already, which renews it.
     *
     * @param duration how long it holds without renewal; at least a second
     * @return the lease, or empty if another owner has it
     */
    Optional<Lease> acquire(String name, String owner, Duration duration);

    /**
     * Extends a lease that is still held with the same token.
     *
     * @return the lease, or empty if it was lost
     */
    Optional<Lease> renew(Lease lease, Duration duration);

    /** Gives a lease back before it expires; nothing happens if it was lost. */
    void release(Lease lease);

    /** Finds who holds a lease at this moment. */
    Optional<Lease> holder(String name);
}
