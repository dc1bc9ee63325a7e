package io.switchboard.testkit.fake;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Organization;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** People whom a test has named. */
public final class InMemoryDirectory implements Directory {
    private final Map<PersonId, Agent> agents = new ConcurrentSkipListMap<>();
    private final Map<PersonId, Customer> customers = new ConcurrentSkipListMap<>();
    private final Map<TeamId, Team> teams = new ConcurrentSkipListMap<>();
    private final Map<OrganizationId, Organization> organizations = new ConcurrentSkipListMap<>();

    /** Adds an agent, or exchanges the one with the same id. */
    public InMemoryDirectory add(Agent agent) {
        agents.put(agent.id(), agent);
        return this;
    }

    /** Adds a customer, or exchanges the one with the same id. */
    public InMemoryDirectory add(Customer customer) {
        customers.put(customer.id(), customer);
        return this;
    }

    /** Adds a team, or exchanges the one with the same id. */
    public InMemoryDirectory add(Team team) {
        teams.put(team.id(), team);
        return this;
    }

    /** Adds an organization, or exchanges the one with the same id. */
    public InMemoryDirectory add(Organization organization) {
        organizations.put(organization.id(), organization);
        return this;
    }

    @Override
    public Optional<Agent> agent(PersonId id) {
        return Optional.ofNullable(agents.get(id));
    }

    @Override
    public List<Agent> agents() {
        return agents.values().stream().filter(Agent::active).toList();
    }

    @Override
    public Optional<Customer> customer(PersonId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public Optional<Customer> customerByEmail(String email) {
        String wanted = email.toLowerCase(Locale.ROOT);
        return customers.values().stream()
                .filter(customer -> {
                    String address = customer.email();
                    return address != null && address.toLowerCase(Locale.ROOT).equals(wanted);
                })
                .findFirst();
    }

    @Override
    public Optional<Team> team(TeamId id) {
        return Optional.ofNullable(teams.get(id));
    }

    @Override
    public List<Team> teams() {
        return teams.values().stream().sorted(Comparator.comparing(Team::name)).toList();
    }

    @Override
    public Optional<Organization> organization(OrganizationId id) {
        return Optional.ofNullable(organizations.get(id));
    }
}
