package io.switchboard.core.people.directory;

import io.switchboard.api.people.PersonId;

/**
 * Is told when a customer becomes very important, or is so no longer, by themselves or by their organization; implemented by
 * the part that keeps tickets.
 */
public interface ImportanceListener {
    /**
     * Takes note, in the transaction that changes the customer, so that neither holds without the other.
     *
     * @param reason why, in one sentence for agents; names nobody
     */
    void importanceChanged(PersonId customer, boolean vip, String reason);
}
