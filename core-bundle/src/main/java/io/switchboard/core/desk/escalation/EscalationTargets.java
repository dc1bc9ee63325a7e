package io.switchboard.core.desk.escalation;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the team to which a ticket goes up. Works in the thread's transaction. */
@Component(service = EscalationTargets.class)
public final class EscalationTargets {
    private static final int TEAMS = 1_000;

    private final TeamStore teams;

    /** Makes it. */
    @Activate
    public EscalationTargets(@Reference TeamStore teams) {
        this.teams = teams;
    }

    /**
     * Returns the team that is wanted.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code team} or {@code tier}, or {@code policy-refused}
     *     if the desk has no team that tickets go up to
     */
    TeamRow find(Ticket ticket, Escalation.Wish wish) {
        TeamId named = wish.team();
        if (named != null) {
            return teams.find(named)
                    .orElseThrow(() -> SwitchboardException.field("team", "must be a team of this desk"));
        }
        Integer tier = wish.tier();
        if (tier != null) {
            return ofTier(current(ticket), tier);
        }
        if (wish.kind() == EscalationKind.HIERARCHICAL || wish.rule() != null) {
            return management(current(ticket));
        }
        throw SwitchboardException.field("team", "must be given, or a tier");
    }

    private @Nullable TeamRow current(Ticket ticket) {
        Ticket.@Nullable TeamReference team = ticket.team();
        return team == null ? null : teams.find(team.id()).orElse(null);
    }

    /** One of the same department comes first, then the first by name. */
    private TeamRow ofTier(@Nullable TeamRow current, int tier) {
        TeamId department = current == null ? null : current.parent();
        return all().stream()
                .filter(team -> team.tier() == tier)
                .filter(team -> current == null || !team.id().equals(current.id()))
                .min(Comparator.comparing(
                                (TeamRow team) -> department == null || !Objects.equals(team.parent(), department))
                        .thenComparing(TeamRow::nameKey))
                .orElseThrow(() -> SwitchboardException.field("tier", "must be a tier that another team has"));
    }

    /** The nearest team above that tickets go up to comes first, then the first of them by name. */
    private TeamRow management(@Nullable TeamRow current) {
        Set<TeamId> passed = new HashSet<>();
        TeamId above = current == null ? null : current.parent();
        while (above != null && passed.add(above)) {
            Optional<TeamRow> team = teams.find(above);
            if (team.filter(TeamRow::escalation).isPresent()) {
                return team.get();
            }
            above = team.map(TeamRow::parent).orElse(null);
        }
        return all().stream()
                .filter(TeamRow::escalation)
                .findFirst()
                .orElseThrow(
                        () -> new SwitchboardException(
                                ErrorCode.POLICY_REFUSED,
                                "No team is one that tickets go up to; name a team, or have an administrator set escalation on one"));
    }

    private List<TeamRow> all() {
        return teams.list(null, null, TEAMS);
    }
}
