package io.switchboard.core.desk.notification;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refers a ticket to a team: its members begin to watch it and are told; the ticket stays with whom it is (CO5). */
@Component(service = ReferTicket.class)
public final class ReferTicket {
    private final TicketChanges changes;
    private final TeamStore teams;
    private final Watchers watchers;
    private final Notify notify;

    /** Makes the use case. */
    @Activate
    public ReferTicket(
            @Reference TicketChanges changes,
            @Reference TeamStore teams,
            @Reference Watchers watchers,
            @Reference Notify notify) {
        this.changes = changes;
        this.teams = teams;
        this.watchers = watchers;
        this.notify = notify;
    }

    /**
     * What came of it.
     *
     * @param watching who began to watch
     */
    public record Referred(TeamId team, String name, List<PersonId> watching) {}

    /**
     * Refers a ticket.
     *
     * @param reason why, or null
     * @throws SwitchboardException with {@code invalid-field} naming {@code team}, or {@code ticket-not-changeable}
     */
    public Referred handle(Caller caller, TicketId ticket, TeamId team, @Nullable String reason) {
        new Limits().text("reason", reason, Limits.REASON).check();
        return changes.change(caller, ticket, Precondition.any(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    TeamRow row = teams.find(team)
                            .orElseThrow(() -> SwitchboardException.field("team", "must be a team of this desk"));
                    edit.because(reason);
                    edit.record(EventType.PARTICIPANT_CHANGED, Map.of("team", team.toString(), "referred", "true"));
                    List<PersonId> joined = watchers.join(edit, team);
                    notify.tell(edit, joined, NoticeKind.REFERRAL);
                    return new Referred(team, row.name(), joined);
                })
                .value();
    }
}
