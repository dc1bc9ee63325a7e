package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.directory.RoleProfile.Details;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Use cases on roles. Nothing may be done after which nobody could change roles any more. */
@Component(service = Roles.class)
public final class Roles {
    private static final String TAKEN = "There is a role of this id already; choose another id";

    private final Transactions transactions;
    private final PeopleChanges changes;
    private final AccessStore access;

    /** Makes it. */
    @Activate
    public Roles(
            @Reference Transactions transactions, @Reference PeopleChanges changes, @Reference AccessStore access) {
        this.transactions = transactions;
        this.changes = changes;
        this.access = access;
    }

    /** Returns all roles in the order of their ids. */
    public List<RoleProfile> list(Caller caller) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return all();
    }

    /** Returns a role. */
    public RoleProfile get(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return find(id);
    }

    /** Makes a role. */
    public RoleProfile make(Caller caller, String id, Details details) {
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        return changes.run(TAKEN, () -> {
            Instant now = PeopleChanges.now();
            RoleRow row = new RoleRow(id, details.name(), details.rightsAsJson(), false, 1, now, now);
            access.insertRole(row);
            changes.made(row.id());
            changes.note(caller, AuditKind.ROLE_MADE, "role:" + id, null, told(row));
            return RoleProfile.of(row);
        });
    }

    /** Changes a role that still has the given version. */
    public RoleProfile edit(Caller caller, String id, long version, Details details) {
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        return changes.run(TAKEN, () -> {
            RoleRow known = row(id);
            RoleRow row = new RoleRow(
                    id,
                    details.name(),
                    details.rightsAsJson(),
                    known.builtIn(),
                    version + 1,
                    known.createdAt(),
                    PeopleChanges.now());
            PeopleChanges.changed(access.updateRole(row, version));
            demandSomebodyInCharge();
            changes.note(caller, AuditKind.ROLE_CHANGED, "role:" + id, told(known), told(row));
            return RoleProfile.of(row);
        });
    }

    /**
     * Removes a role.
     *
     * @throws SwitchboardException with {@code in-use} if somebody has it, {@code policy-refused} if it is built in
     */
    public void remove(Caller caller, String id, long version) {
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        changes.run(TAKEN, () -> {
            RoleProfile known = find(id);
            if (known.version() != version) {
                throw PeopleChanges.stale();
            }
            if (known.builtIn()) {
                throw new SwitchboardException(ErrorCode.POLICY_REFUSED, "A built-in role cannot be removed");
            }
            if (access.anybodyHas(id)) {
                throw new SwitchboardException(ErrorCode.IN_USE, "Somebody has this role; give them another first");
            }
            changes.note(caller, AuditKind.ROLE_REMOVED, "role:" + id, told(row(id)), null);
            access.deleteRole(id);
            return id;
        });
    }

    /**
     * Demands roles that exist.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code roles}
     */
    void demandKnown(Set<String> roles) {
        Set<String> known = access.roles().stream().map(RoleRow::id).collect(Collectors.toSet());
        if (!known.containsAll(roles)) {
            throw SwitchboardException.field("roles", "must be ids of roles: " + String.join(", ", known));
        }
    }

    /** Returns the rights that these roles give together; in the thread's transaction. */
    Set<Right> rightsOf(Set<String> roles) {
        return access.roles().stream()
                .filter(role -> roles.contains(role.id()))
                .flatMap(role -> RoleProfile.of(role).details().rights().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Demands that somebody active may still change roles; in the transaction of the change.
     *
     * @throws SwitchboardException with {@code policy-refused}
     */
    void demandSomebodyInCharge() {
        Set<String> inCharge = access.roles().stream()
                .filter(role -> RoleProfile.of(role).details().rights().contains(Right.ROLE_EDIT))
                .map(RoleRow::id)
                .collect(Collectors.toSet());
        if (!access.anyActiveHas(inCharge)) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED,
                    "Nobody would be left who may change roles; give somebody else the right role.edit first");
        }
    }

    private List<RoleProfile> all() {
        return transactions.read(access::roles).stream().map(RoleProfile::of).toList();
    }

    private RoleProfile find(String id) {
        return RoleProfile.of(transactions.read(() -> row(id)));
    }

    private RoleRow row(String id) {
        return access.roles().stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.notFound("role"));
    }

    private static Map<String, String> told(RoleRow role) {
        return Map.of("name", role.name(), "rights", role.rights());
    }
}
