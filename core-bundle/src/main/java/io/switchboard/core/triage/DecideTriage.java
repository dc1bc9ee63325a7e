package io.switchboard.core.triage;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides about a new ticket in the place of triage, when a special handling does not answer. */
@Component(service = DecideTriage.class)
public final class DecideTriage {
    private final TicketChanges changes;
    private final Staff staff;

    /** Makes the use case. */
    @Activate
    public DecideTriage(@Reference TicketChanges changes, @Reference Staff staff) {
        this.changes = changes;
        this.staff = staff;
    }

    /**
     * What a person decides.
     *
     * @param ticket the ticket
     * @param precondition which version they have seen
     * @param confidential whether only the team and the participants may know of it
     * @param team the team that is to have it, or null to leave that open
     * @param reason why, or null
     */
    public record Command(
            TicketId ticket,
            Precondition precondition,
            boolean confidential,
            @Nullable TeamId team,
            @Nullable String reason) {}

    /**
     * Decides.
     *
     * @throws SwitchboardException with {@code ticket-not-changeable} if triage has spoken already, or
     *     {@code invalid-field} if there is no such team
     */
    public Ticket handle(Caller caller, Command command) {
        new Limits().text("reason", command.reason(), Limits.REASON).check();
        return changes.change(caller, command.ticket(), command.precondition(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_TRIAGE);
                    if (edit.before().progress().triage() != TriageState.PENDING) {
                        throw new SwitchboardException(
                                ErrorCode.TICKET_NOT_CHANGEABLE,
                                "Triage of ticket " + edit.before().number() + " is over; assign or edit it instead");
                    }
                    TeamId team = command.team();
                    if (team != null) {
                        edit.draft()
                                .team(staff.team(team)
                                        .orElseThrow(() -> SwitchboardException.field("team", "must be a team")));
                    }
                    edit.because(command.reason());
                    edit.draft().confidential(command.confidential());
                    edit.draft().triage(TriageState.DONE);
                    return command.ticket();
                })
                .ticket();
    }
}
