package io.switchboard.core.desk.bulk;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.macro.ApplyMacro;
import io.switchboard.core.desk.progress.DisposeTicket;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.EditTicket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the same change to many tickets. Each ticket stands for itself: what cannot be done to one is said, and the others
 * go on. Every single change is the one that is made to a ticket alone, with the same rights and rules.
 */
@Component(service = ChangeMany.class)
public final class ChangeMany {
    /** How many tickets one call may change. */
    public static final int MOST = 200;

    private final EditTicket edit;
    private final AssignTicket assign;
    private final TransitionTicket transition;
    private final DisposeTicket dispose;
    private final ApplyMacro macros;

    /** Makes the use case. */
    @Activate
    public ChangeMany(
            @Reference EditTicket edit,
            @Reference AssignTicket assign,
            @Reference TransitionTicket transition,
            @Reference DisposeTicket dispose,
            @Reference ApplyMacro macros) {
        this.edit = edit;
        this.assign = assign;
        this.transition = transition;
        this.dispose = dispose;
        this.macros = macros;
    }

    /** A ticket, and the version of it that the caller has seen. */
    public record Seen(TicketId ticket, long version) {}

    /** What is done to each ticket. */
    public sealed interface Change {
        /** Its own fields change. */
        record Edit(EditTicket.Patch patch) implements Change {}

        /** It is given to somebody. */
        record Assign(@Nullable PersonId agent, @Nullable TeamId team) implements Change {}

        /** It moves along its lifecycle. */
        record Move(
                Status to,
                @Nullable Resolution resolution,
                @Nullable ClosureReason closure) implements Change {}

        /** It goes to the trash or to spam, or comes back. */
        record Dispose(Disposition to) implements Change {}

        /** A macro is applied to it. */
        record Apply(UUID macro) implements Change {}
    }

    /**
     * What came of it.
     *
     * @param changed the tickets that were changed, in the order asked for
     * @param refused those that were not, with why
     */
    public record Summary(List<Ticket> changed, List<Refused> refused) {}

    /** A ticket that was not changed, with why. */
    public record Refused(TicketId ticket, SwitchboardException why) {}

    /**
     * Changes the tickets one by one.
     *
     * @throws SwitchboardException with {@code invalid-field} if there are none, too many, or one twice; then nothing is
     *     changed
     */
    public Summary handle(Caller caller, List<Seen> tickets, Change change, @Nullable String reason) {
        if (tickets.isEmpty() || tickets.size() > MOST) {
            throw SwitchboardException.field("tickets", "must name 1 to " + MOST + " tickets");
        }
        Set<TicketId> once = new HashSet<>();
        if (!tickets.stream().map(Seen::ticket).allMatch(once::add)) {
            throw SwitchboardException.field("tickets", "must name each ticket once");
        }
        List<Ticket> changed = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Seen seen : tickets) {
            try {
                changed.add(apply(caller, seen, change, reason));
            } catch (SwitchboardException refusal) {
                refused.add(new Refused(seen.ticket(), refusal));
            }
        }
        return new Summary(changed, refused);
    }

    private Ticket apply(Caller caller, Seen seen, Change change, @Nullable String reason) {
        TicketId id = seen.ticket();
        Precondition version = Precondition.version(seen.version());
        if (change instanceof Change.Edit wanted) {
            return edit.handle(caller, id, version, wanted.patch(), reason);
        }
        if (change instanceof Change.Assign wanted) {
            return assign.handle(caller, new AssignTicket.Command(id, version, wanted.agent(), wanted.team(), reason));
        }
        if (change instanceof Change.Move wanted) {
            return transition.handle(
                    caller,
                    new TransitionTicket.Command(
                            id, version, wanted.to(), reason, wanted.resolution(), wanted.closure()));
        }
        if (change instanceof Change.Apply wanted) {
            return macros.handle(caller, wanted.macro(), id, version, false).ticket();
        }
        return dispose.handle(caller, id, version, ((Change.Dispose) change).to(), reason);
    }
}
