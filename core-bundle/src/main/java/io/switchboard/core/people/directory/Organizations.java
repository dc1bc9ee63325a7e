package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.directory.OrganizationProfile.Details;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.NamePosition;
import io.switchboard.core.store.people.OrganizationRow;
import io.switchboard.core.store.people.OrganizationStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Use cases on organizations. */
@Component(service = Organizations.class)
public final class Organizations {
    private static final String TAKEN = "There is an organization of this name, or one with one of these domains";

    private final Transactions transactions;
    private final PeopleChanges changes;
    private final OrganizationStore organizations;
    private final IdGenerator ids;
    private final TellMembers members;

    /** Makes it. */
    @Activate
    public Organizations(
            @Reference Transactions transactions,
            @Reference PeopleChanges changes,
            @Reference OrganizationStore organizations,
            @Reference IdGenerator ids,
            @Reference TellMembers members) {
        this.transactions = transactions;
        this.changes = changes;
        this.organizations = organizations;
        this.ids = ids;
        this.members = members;
    }

    /** Returns organizations in the order of their names. */
    public List<OrganizationProfile> list(
            Caller caller, @Nullable String prefix, @Nullable NamePosition after, int limit) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return transactions.read(() -> organizations.list(prefix, after, limit)).stream()
                .map(OrganizationProfile::of)
                .toList();
    }

    /** Returns an organization. */
    public OrganizationProfile get(Caller caller, OrganizationId id) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return OrganizationProfile.of(transactions.read(() -> find(id)));
    }

    /** Makes an organization. */
    public OrganizationProfile make(Caller caller, Details details) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        CustomerAccess.demand(caller, null, details);
        return changes.run(TAKEN, () -> {
            Instant now = PeopleChanges.now();
            OrganizationRow row = details.row(new OrganizationId(ids.next()), 1, now, now);
            organizations.insert(row);
            changes.made(row.id());
            organizations.putDomains(row.id(), details.domains());
            changes.note(caller, AuditKind.ORGANIZATION_MADE, "organization:" + row.id(), null, details);
            return OrganizationProfile.of(row);
        });
    }

    /** Changes an organization that still has the given version. */
    public OrganizationProfile edit(Caller caller, OrganizationId id, long version, Details details) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        return changes.run(TAKEN, () -> {
            OrganizationRow known = find(id);
            Details before = OrganizationProfile.of(known).details();
            CustomerAccess.demand(caller, before, details);
            OrganizationRow row = details.row(id, version + 1, known.createdAt(), PeopleChanges.now());
            PeopleChanges.changed(organizations.update(row, version));
            organizations.putDomains(id, details.domains());
            if (known.vip() != row.vip()) {
                members.soon(id);
            }
            changes.note(caller, AuditKind.ORGANIZATION_CHANGED, "organization:" + id, before, details);
            return OrganizationProfile.of(row);
        });
    }

    /**
     * Returns the organization that a directory calls so, made if there is none; in the thread's transaction.
     *
     * @param name one line of at most 200 characters
     */
    public OrganizationId called(Caller caller, String name) {
        return organizations.byName(name).map(OrganizationRow::id).orElseGet(() -> {
            Instant now = PeopleChanges.now();
            Details details = new Details(name, Set.of(), false, false);
            OrganizationRow row = details.row(new OrganizationId(ids.next()), 1, now, now);
            organizations.insert(row);
            changes.note(caller, AuditKind.ORGANIZATION_MADE, "organization:" + row.id(), null, details);
            return row.id();
        });
    }

    /**
     * Removes an organization.
     *
     * @throws SwitchboardException with {@code in-use} if somebody belongs to it
     */
    public void remove(Caller caller, OrganizationId id, long version) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        changes.run(TAKEN, () -> {
            OrganizationRow known = find(id);
            if (known.version() != version) {
                throw PeopleChanges.stale();
            }
            if (organizations.hasMembers(id)) {
                throw new SwitchboardException(
                        ErrorCode.IN_USE, "Customers belong to this organization; move them to another first");
            }
            organizations.delete(id);
            Details before = OrganizationProfile.of(known).details();
            changes.note(caller, AuditKind.ORGANIZATION_REMOVED, "organization:" + id, before, null);
            return id;
        });
    }

    private OrganizationRow find(OrganizationId id) {
        return organizations.find(id).orElseThrow(() -> SwitchboardException.notFound("organization"));
    }
}
