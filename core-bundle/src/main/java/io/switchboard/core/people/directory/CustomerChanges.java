package io.switchboard.core.people.directory;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.directory.CustomerProfile.Details;
import io.switchboard.core.store.people.OrganizationRow;
import io.switchboard.core.store.people.OrganizationStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes customers with all that follows from it: the audit log knows, and who became or ceased to be very important,
 * themselves or by their organization, has their open tickets looked at again. Works in the thread's transaction.
 */
@Component(service = CustomerChanges.class)
public final class CustomerChanges {
    private final PersonStore persons;
    private final OrganizationStore organizations;
    private final ImportanceListener importance;
    private final PeopleChanges changes;

    /** Makes it. */
    @Activate
    public CustomerChanges(
            @Reference PersonStore persons,
            @Reference OrganizationStore organizations,
            @Reference ImportanceListener importance,
            @Reference PeopleChanges changes) {
        this.persons = persons;
        this.organizations = organizations;
        this.importance = importance;
        this.changes = changes;
    }

    /**
     * Changes a customer who still has the given version, and returns what they are then.
     *
     * @param reason why their importance changed, if it did
     * @throws io.switchboard.api.error.SwitchboardException with {@code stale-version}
     */
    public PersonRow change(Caller caller, PersonRow known, long version, Details details, String reason, Instant now) {
        PersonRow row = PersonRows.customer(known, details, version + 1, now);
        PeopleChanges.changed(persons.update(row, version));
        boolean after = row.vip() || ofImportant(row.organization());
        if (known.vip() != row.vip()) {
            importance.importanceChanged(row.id(), row.vip(), reason);
        } else if (!Objects.equals(known.organization(), row.organization())
                && ofImportant(known.organization()) != ofImportant(row.organization())) {
            importance.importanceChanged(row.id(), after, reason);
        }
        Details before = CustomerProfile.of(known).details();
        if (!before.equals(details)) {
            changes.note(caller, AuditKind.PERSON_CHANGED, "person:" + row.id(), before, details);
        }
        return row;
    }

    private boolean ofImportant(@Nullable OrganizationId organization) {
        return organization != null
                && organizations.find(organization).filter(OrganizationRow::vip).isPresent();
    }
}
