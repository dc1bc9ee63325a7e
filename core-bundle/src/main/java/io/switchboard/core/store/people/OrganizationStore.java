package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps organizations and their mail domains. Each method works in the thread's transaction. */
public interface OrganizationStore {
    /** Adds an organization; its name must be new. */
    void insert(OrganizationRow organization);

    /** Changes an organization that still has the expected version; false if it has not. */
    boolean update(OrganizationRow organization, long expectedVersion);

    /** Removes an organization and its domains. */
    void delete(OrganizationId id);

    /** Returns an organization, or nothing. */
    Optional<OrganizationRow> find(OrganizationId id);

    /** Returns the organization of this name, see {@link NameKey}, or nothing. */
    Optional<OrganizationRow> byName(String name);

    /** Returns organizations in the order of their names, after a position if there is one. */
    List<OrganizationRow> list(@Nullable String prefix, @Nullable NamePosition after, int limit);

    /** Gives an organization these domains and no others; each must belong to no other organization. */
    void putDomains(OrganizationId id, Collection<String> domains);

    /** Returns whether anybody belongs to it. */
    boolean hasMembers(OrganizationId id);
}
