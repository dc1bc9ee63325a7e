package io.switchboard.core.people.directory;

import io.switchboard.api.people.PersonId;

/** Is told when somebody made a customer; implemented by the part that asks directories. */
public interface CustomerListener {
    /** Takes note, after the transaction that made the customer, without keeping its caller waiting. */
    void customerMade(PersonId customer);
}
