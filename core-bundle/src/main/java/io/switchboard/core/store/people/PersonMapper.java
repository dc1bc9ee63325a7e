package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code person}. */
public interface PersonMapper {
    void insert(PersonRow person);

    Optional<PersonRow> find(PersonId id);

    List<PersonRow> findAll(@Param("ids") Collection<PersonId> ids);

    Optional<PersonRow> byEmailKey(String emailKey);

    int update(@Param("row") PersonRow row, @Param("expected") long expected);

    List<PersonRow> list(@Param("search") PersonSearch search);

    int isAgent(PersonId id);

    void insertAbsence(AbsenceRow absence);

    List<AbsenceRow> absencesOf(PersonId person);

    int deleteAbsence(@Param("person") PersonId person, @Param("id") UUID id);

    List<PersonId> awayAt(Instant at);

    List<PersonRow> byPhoneKey(String phoneKey);

    Optional<OrganizationId> organizationOfDomain(String domainKey);

    int memberships(PersonId id);

    int sharing(OrganizationId organization);

    List<PersonId> unerased(@Param("ids") Collection<PersonId> ids);

    List<PersonReference> references(@Param("ids") Collection<PersonId> ids);
}
