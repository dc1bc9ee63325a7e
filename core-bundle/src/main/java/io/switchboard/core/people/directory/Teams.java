package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.directory.TeamProfile.Details;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.TeamParent;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.people.NamePosition;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Use cases on teams. */
@Component(service = Teams.class)
public final class Teams {
    private static final String TAKEN = "There is a team of this name already; choose another name";

    private final Transactions transactions;
    private final PeopleChanges changes;
    private final TeamStore teams;
    private final AccessStore access;
    private final IdGenerator ids;

    @Reference
    private volatile List<TeamUse> uses = List.of();

    /** Makes it. */
    @Activate
    public Teams(
            @Reference Transactions transactions,
            @Reference PeopleChanges changes,
            @Reference TeamStore teams,
            @Reference AccessStore access,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.changes = changes;
        this.teams = teams;
        this.access = access;
        this.ids = ids;
    }

    /** Returns teams in the order of their names. */
    public List<TeamProfile> list(Caller caller, @Nullable String prefix, @Nullable NamePosition after, int limit) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return transactions.read(() -> teams.list(prefix, after, limit)).stream()
                .map(TeamProfile::of)
                .toList();
    }

    /** Returns a team. */
    public TeamProfile get(Caller caller, TeamId id) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return TeamProfile.of(transactions.read(() -> find(id)));
    }

    /** Makes a team. */
    public TeamProfile make(Caller caller, Details details) {
        AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        return changes.run(TAKEN, () -> {
            Instant now = PeopleChanges.now();
            TeamRow row = row(new TeamId(ids.next()), details, 1, now, now);
            checkParent(row.id(), details.parent());
            teams.insert(row);
            changes.made(row.id());
            changes.note(caller, AuditKind.TEAM_MADE, "team:" + row.id(), null, details);
            return TeamProfile.of(row);
        });
    }

    /** Changes a team that still has the given version. */
    public TeamProfile edit(Caller caller, TeamId id, long version, Details details) {
        AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        return changes.run(TAKEN, () -> {
            TeamRow known = find(id);
            TeamRow row = row(id, details, version + 1, known.createdAt(), PeopleChanges.now());
            PeopleChanges.changed(teams.update(row, version));
            checkParent(id, details.parent());
            Details before = TeamProfile.of(known).details();
            changes.note(caller, AuditKind.TEAM_CHANGED, "team:" + id, before, details);
            return TeamProfile.of(row);
        });
    }

    /**
     * Removes a team.
     *
     * @throws SwitchboardException with {@code in-use} if teams stand below it, it has tickets, or the desk needs it
     */
    public void remove(Caller caller, TeamId id, long version) {
        AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        changes.run(TAKEN, () -> {
            teams.lock(id);
            TeamRow known = find(id);
            if (known.version() != version) {
                throw PeopleChanges.stale();
            }
            if (uses.stream().anyMatch(use -> use.needs(id)) || teams.inUse(id)) {
                throw new SwitchboardException(
                        ErrorCode.IN_USE,
                        "The team has tickets or teams below it, or gets what nobody else claims; move those first");
            }
            teams.delete(id);
            changes.note(
                    caller,
                    AuditKind.TEAM_REMOVED,
                    "team:" + id,
                    TeamProfile.of(known).details(),
                    null);
            return id;
        });
    }

    private TeamRow find(TeamId id) {
        return teams.find(id).orElseThrow(() -> SwitchboardException.notFound("team"));
    }

    private void checkParent(TeamId id, @Nullable TeamId parent) {
        if (parent == null) {
            return;
        }
        if (!parent.equals(id) && teams.find(parent).isEmpty()) {
            throw SwitchboardException.field("parent", "must be the id of a team");
        }
        Map<TeamId, @Nullable TeamId> above = new HashMap<>();
        for (TeamParent team : access.teamParents()) {
            above.put(team.id(), team.parent());
        }
        TeamId next = parent;
        for (int step = 0; next != null && step <= above.size(); step++) {
            if (next.equals(id)) {
                throw new SwitchboardException(
                        ErrorCode.WOULD_FORM_CYCLE, "A team cannot stand below itself; choose another parent");
            }
            next = above.get(next);
        }
    }

    private static TeamRow row(TeamId id, Details details, long version, Instant createdAt, Instant updatedAt) {
        return new TeamRow(
                id,
                details.name(),
                NameKey.of(details.name()),
                details.parent(),
                details.tier(),
                details.escalation(),
                version,
                createdAt,
                updatedAt);
    }
}
