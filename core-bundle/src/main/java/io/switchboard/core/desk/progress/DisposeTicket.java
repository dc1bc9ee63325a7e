package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves a ticket to the trash or to spam, and back (ST3). Its status stays what it was. */
@Component(service = DisposeTicket.class)
public final class DisposeTicket {
    private final TicketChanges changes;

    /** Makes the use case. */
    @Activate
    public DisposeTicket(@Reference TicketChanges changes) {
        this.changes = changes;
    }

    /**
     * Changes the disposition.
     *
     * @param to spam, trash, or none to restore; merging is another use case
     */
    public Ticket handle(
            Caller caller, TicketId ticket, Precondition precondition, Disposition to, @Nullable String reason) {
        new Limits().text("reason", reason, Limits.REASON).check();
        if (to == Disposition.MERGED) {
            throw SwitchboardException.field("disposition", "must be none, spam or trash; to merge, use merge");
        }
        return changes.change(caller, ticket, precondition, edit -> {
                    AccessPolicy.require(caller, Right.TICKET_TRASH);
                    if (edit.ticket().progress().disposition() == Disposition.MERGED) {
                        throw new SwitchboardException(
                                ErrorCode.TICKET_NOT_CHANGEABLE,
                                "Ticket " + edit.ticket().number() + " is merged; take the merge back first");
                    }
                    edit.because(reason);
                    edit.draft().disposition(to);
                    return ticket;
                })
                .ticket();
    }
}
