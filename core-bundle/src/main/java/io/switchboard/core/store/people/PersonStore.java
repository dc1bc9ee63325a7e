package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps persons. Each method works in the thread's transaction. */
public interface PersonStore {
    /** Adds a person. */
    void insert(PersonRow person);

    /** Returns a person, or nothing. */
    Optional<PersonRow> find(PersonId id);

    /** Returns the person with this normalised address, or nothing. */
    Optional<PersonRow> byEmailKey(String emailKey);

    /** Returns the person first known with this normalised telephone number, or nothing. */
    Optional<PersonRow> byPhoneKey(String phoneKey);

    /** Returns the organization that a mail domain belongs to, or nothing. */
    Optional<OrganizationId> organizationOfDomain(String domainKey);

    /** Returns whether the members of an organization see one another's tickets. */
    boolean sharesTickets(OrganizationId organization);

    /** Returns whether a person belongs to a team, and so may be given tickets. */
    boolean isStaff(PersonId id);

    /** Returns the persons as tickets show them, at most 1,000; who is unknown is left out. */
    Map<PersonId, PersonReference> references(Collection<PersonId> ids);
}
