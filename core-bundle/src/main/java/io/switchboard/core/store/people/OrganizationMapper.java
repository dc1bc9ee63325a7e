package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code organization} and {@code organization_domain}. */
interface OrganizationMapper {
    void insert(OrganizationRow row);

    int update(@Param("row") OrganizationRow row, @Param("expected") long expected);

    void delete(OrganizationId id);

    Optional<OrganizationRow> find(OrganizationId id);

    Optional<OrganizationRow> byNameKey(String nameKey);

    List<OrganizationRow> list(
            @Param("from") @Nullable String from,
            @Param("to") @Nullable String to,
            @Param("after") @Nullable NamePosition after,
            @Param("limit") int limit);

    void deleteDomains(OrganizationId id);

    void insertDomain(@Param("domain") String domain, @Param("organization") OrganizationId organization);

    int members(OrganizationId id);
}
