package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code person}. */
public interface PersonMapper {
    void insert(PersonRow person);

    Optional<PersonRow> find(PersonId id);

    Optional<PersonRow> byEmailKey(String emailKey);

    List<PersonRow> byPhoneKey(String phoneKey);

    Optional<OrganizationId> organizationOfDomain(String domainKey);

    int memberships(PersonId id);

    int sharing(OrganizationId organization);

    List<PersonReference> references(@Param("ids") Collection<PersonId> ids);
}
