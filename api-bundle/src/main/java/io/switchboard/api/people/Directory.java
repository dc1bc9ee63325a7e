package io.switchboard.api.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looks people up for plugins. Get it as an OSGi service; it may be used from any thread. */
@ProviderType
public interface Directory {
    /** Returns an agent, or nothing. */
    Optional<Agent> agent(PersonId id);

    /** Returns all active agents in the order of their ids; at most 10,000. */
    List<Agent> agents();

    /** Returns a customer, or nothing. */
    Optional<Customer> customer(PersonId id);

    /** Returns the customer with this address, or nothing. */
    Optional<Customer> customerByEmail(String email);

    /** Returns a team, or nothing. */
    Optional<Team> team(TeamId id);

    /** Returns all teams in the order of their names. */
    List<Team> teams();

    /** Returns a team and those above it, the nearest first; empty if there is no such team. Each comes once. */
    default List<Team> upwards(TeamId id) {
        Map<TeamId, Team> above = new LinkedHashMap<>();
        Optional<Team> next = team(id);
        while (next.isPresent() && above.putIfAbsent(next.get().id(), next.get()) == null) {
            TeamId parent = next.get().parent();
            next = parent == null ? Optional.empty() : team(parent);
        }
        return List.copyOf(above.values());
    }

    /** Returns an organization, or nothing. */
    Optional<Organization> organization(OrganizationId id);
}
