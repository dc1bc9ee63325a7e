package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps persons. Each method works in the thread's transaction. */
public interface PersonStore {
    /** Adds a person. */
    void insert(PersonRow person);

    /** Changes a person who still has the expected version; false if they have not. */
    boolean update(PersonRow person, long expectedVersion);

    /** Returns a page of persons in the order of their names. */
    List<PersonRow> list(PersonSearch search);

    /** Returns whether a person has a role other than customer. */
    boolean isAgent(PersonId id);

    /** Adds a time in which somebody is away. */
    void insertAbsence(AbsenceRow absence);

    /** Returns when a person is away, the first 200 in the order of time. */
    List<AbsenceRow> absencesOf(PersonId person);

    /** Removes an absence; false if the person has no such one. */
    boolean deleteAbsence(PersonId person, UUID id);

    /** Returns who is away at a moment. */
    Set<PersonId> awayAt(Instant at);

    /** Returns a person, or nothing. */
    Optional<PersonRow> find(PersonId id);

    /** Returns those of the persons that exist; at most 500 are asked for. */
    Map<PersonId, PersonRow> find(Collection<PersonId> ids);

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

    /** Returns those of the persons who are known and were not erased; at most 1,000 are asked for. */
    Set<PersonId> unerased(Collection<PersonId> ids);

    /** Returns the persons as tickets show them, at most 1,000; who is unknown is left out. */
    Map<PersonId, PersonReference> references(Collection<PersonId> ids);
}
