package io.switchboard.core.people.directory;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.people.directory.CustomerProfile.Details;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.NamePosition;
import io.switchboard.core.store.people.OrganizationStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonSearch;
import io.switchboard.core.store.people.PersonStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Use cases on customers. An agent is none: whoever may edit customers cannot change agents with it. */
@Component(service = Customers.class)
public final class Customers {
    private static final String TAKEN = "Somebody has this address already; look them up";
    private static final String BY_HAND = "The customer was edited";

    private final Transactions transactions;
    private final PeopleChanges changes;
    private final PersonStore persons;
    private final OrganizationStore organizations;
    private final Sessions sessions;
    private final IdGenerator ids;
    private final CustomerChanges customerChanges;
    private final Origins origins;
    private final CustomerListener listener;

    /** Makes it. */
    @Activate
    public Customers(
            @Reference Transactions transactions,
            @Reference PeopleChanges changes,
            @Reference PersonStore persons,
            @Reference OrganizationStore organizations,
            @Reference Sessions sessions,
            @Reference IdGenerator ids,
            @Reference CustomerChanges customerChanges,
            @Reference Origins origins,
            @Reference CustomerListener listener) {
        this.transactions = transactions;
        this.changes = changes;
        this.persons = persons;
        this.organizations = organizations;
        this.sessions = sessions;
        this.ids = ids;
        this.customerChanges = customerChanges;
        this.origins = origins;
        this.listener = listener;
    }

    /** Returns customers in the order of their names; of one organization if one is given. */
    public List<CustomerProfile> list(
            Caller caller,
            @Nullable String prefix,
            @Nullable OrganizationId organization,
            @Nullable NamePosition after,
            int limit) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        PersonSearch search = new PersonSearch(false, prefix, organization, after, limit);
        return transactions.read(() -> {
            List<PersonRow> rows = persons.list(search);
            Map<PersonId, Map<String, Origin>> known =
                    origins.of(rows.stream().map(PersonRow::id).toList());
            return rows.stream()
                    .map(row -> CustomerProfile.of(row, known.getOrDefault(row.id(), Map.of())))
                    .toList();
        });
    }

    /** Returns a customer. */
    public CustomerProfile get(Caller caller, PersonId id) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return transactions.read(() -> profile(find(id)));
    }

    /** Makes a customer. */
    public CustomerProfile make(Caller caller, Details details) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        return changes.run(TAKEN, () -> {
            Instant now = PeopleChanges.now();
            checkOrganization(details);
            CustomerAccess.demand(caller, persons, null, details);
            PersonRow somebody = PersonRows.somebody(changes.made(new PersonId(ids.next())), details.name(), now);
            PersonRow row = PersonRows.customer(somebody, details, 1, now);
            persons.insert(row);
            origins.setByHand(row.id(), null, details, now);
            changes.note(caller, AuditKind.PERSON_MADE, "person:" + row.id(), null, details);
            transactions.afterCommit(() -> listener.customerMade(row.id()));
            return profile(row);
        });
    }

    /** Changes a customer who still has the given version; one who is not active any more is signed out. */
    public CustomerProfile edit(Caller caller, PersonId id, long version, Details details) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        return changes.run(TAKEN, () -> {
            checkOrganization(details);
            PersonRow known = find(id);
            CustomerAccess.demand(caller, persons, CustomerProfile.of(known).details(), details);
            Instant now = PeopleChanges.now();
            PersonRow row = customerChanges.change(caller, known, version, details, BY_HAND, now);
            origins.setByHand(id, CustomerProfile.of(known).details(), details, now);
            if (!details.active()) {
                sessions.endAll(id);
            }
            return profile(row);
        });
    }

    private CustomerProfile profile(PersonRow row) {
        return CustomerProfile.of(row, origins.of(row.id()));
    }

    private void checkOrganization(Details details) {
        OrganizationId organization = details.organization();
        if (organization != null && organizations.find(organization).isEmpty()) {
            throw SwitchboardException.field("organization", "must be the id of an organization");
        }
    }

    private PersonRow find(PersonId id) {
        return persons.find(id)
                .filter(person -> !person.erased() && !persons.isAgent(id))
                .orElseThrow(() -> SwitchboardException.notFound("customer"));
    }
}
