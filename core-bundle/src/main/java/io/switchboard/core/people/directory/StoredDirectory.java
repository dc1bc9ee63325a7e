package io.switchboard.core.people.directory;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Organization;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.PhoneNumber;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.OrganizationStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import io.switchboard.core.store.triage.StaffStore;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks people up for plugins, as stored now. */
@Component(service = Directory.class)
public final class StoredDirectory implements Directory {
    private static final int MOST_TEAMS = 10_000;

    private final Transactions transactions;
    private final PersonStore persons;
    private final TeamStore teams;
    private final OrganizationStore organizations;
    private final StaffStore staff;

    /** Makes it. */
    @Activate
    public StoredDirectory(
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference TeamStore teams,
            @Reference OrganizationStore organizations,
            @Reference StaffStore staff) {
        this.transactions = transactions;
        this.persons = persons;
        this.teams = teams;
        this.organizations = organizations;
        this.staff = staff;
    }

    @Override
    public Optional<Agent> agent(PersonId id) {
        return transactions.read(() -> persons.find(id)
                .filter(person -> !person.erased() && persons.isAgent(id))
                .map(this::agent));
    }

    @Override
    public List<Agent> agents() {
        return transactions.read(staff::agents);
    }

    @Override
    public Optional<Customer> customer(PersonId id) {
        return transactions
                .read(() -> persons.find(id))
                .filter(person -> !person.erased())
                .map(StoredDirectory::customer);
    }

    @Override
    public Optional<Customer> customerByEmail(String email) {
        EmailAddress address;
        try {
            address = EmailAddress.of(email, "email");
        } catch (SwitchboardException noAddress) {
            return Optional.empty();
        }
        return transactions.read(() -> persons.byEmailKey(address.key())).map(StoredDirectory::customer);
    }

    @Override
    public Optional<Team> team(TeamId id) {
        return transactions.read(() -> teams.find(id)).map(StoredDirectory::team);
    }

    @Override
    public List<Team> teams() {
        return transactions.read(() -> teams.list(null, null, MOST_TEAMS)).stream()
                .map(StoredDirectory::team)
                .toList();
    }

    @Override
    public Optional<Organization> organization(OrganizationId id) {
        return transactions
                .read(() -> organizations.find(id))
                .map(OrganizationProfile::of)
                .map(found -> new Organization(
                        id,
                        found.details().name(),
                        found.details().domains(),
                        found.details().sharesTickets(),
                        found.details().vip()));
    }

    private Agent agent(PersonRow row) {
        Set<TeamId> joined = teams.teamsOf(Set.of(row.id())).getOrDefault(row.id(), Set.of());
        AgentProfile.Details details = AgentProfile.of(row, Set.of(), joined).details();
        ZoneId zone = details.zone();
        return new Agent(
                row.id(),
                row.name(),
                row.email(),
                row.active(),
                joined,
                details.skills(),
                details.certificates(),
                details.languages(),
                zone == null ? ZoneOffset.UTC : zone,
                details.workingHours(),
                row.senior());
    }

    private static Customer customer(PersonRow row) {
        CustomerProfile.Details details = CustomerProfile.of(row).details();
        PhoneNumber phone = details.phone();
        return new Customer(
                row.id(),
                row.name(),
                row.email(),
                phone == null ? null : phone.text(),
                row.organization(),
                row.vip(),
                row.language(),
                details.zone(),
                details.attributes());
    }

    private static Team team(TeamRow row) {
        return new Team(row.id(), row.name(), row.parent(), row.tier(), row.escalation());
    }
}
