package io.switchboard.core.desk.progress;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Aside;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.lifecycle.Lifecycle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves a ticket to the trash or to spam, and back (ST3). Its status stays what it was. What comes back from spam goes
 * through triage like a new ticket, for nobody looked at it as one; what comes back from the trash does not.
 */
@Component(service = DisposeTicket.class)
public final class DisposeTicket {
    private final TicketChanges changes;
    private final PostponeTicket postpone;
    private final Lifecycle lifecycle;

    /** Makes the use case. */
    @Activate
    public DisposeTicket(
            @Reference TicketChanges changes, @Reference PostponeTicket postpone, @Reference Lifecycle lifecycle) {
        this.changes = changes;
        this.postpone = postpone;
        this.lifecycle = lifecycle;
    }

    /**
     * Changes the disposition.
     *
     * @param to spam, trash, or none to restore; merging is another use case
     * @throws SwitchboardException with {@code ticket-not-changeable} if it is disposed of otherwise already
     */
    public Ticket handle(
            Caller caller, TicketId ticket, Precondition precondition, Disposition to, @Nullable String reason) {
        new Limits().text("reason", reason, Limits.REASON).check();
        if (to == Disposition.MERGED) {
            throw SwitchboardException.field("disposition", "must be none, spam or trash; to merge, use merge");
        }
        return changes.change(caller, ticket, precondition, edit -> {
                    AccessPolicy.require(caller, Right.TICKET_TRASH);
                    edit.because(reason);
                    dispose(edit, to);
                    return ticket;
                })
                .ticket();
    }

    private void dispose(TicketEdit edit, Disposition to) {
        Progress standing = edit.ticket().progress();
        Disposition from = standing.disposition();
        boolean back = to == Disposition.NONE && from != Disposition.MERGED;
        if (from != Disposition.NONE && from != to && !back) {
            Aside.refuse(standing, lifecycle);
        }
        edit.draft().disposition(to);
        if (from == Disposition.SPAM && back) {
            edit.draft().triage(TriageState.PENDING);
        }
        if (standing.postponedUntil() != null && back) {
            postpone.remind(edit);
        }
    }
}
