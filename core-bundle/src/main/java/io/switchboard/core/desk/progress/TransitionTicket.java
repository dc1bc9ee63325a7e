package io.switchboard.core.desk.progress;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Aside;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves a ticket along its lifecycle (ST1): guards are asked first, then the edge is checked and taken. */
@Component(service = TransitionTicket.class)
public final class TransitionTicket {
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Guards guards;
    private final Lifecycle lifecycle;
    private final PostponeTicket postpone;

    /** Makes the use case. */
    @Activate
    public TransitionTicket(
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Guards guards,
            @Reference Lifecycle lifecycle,
            @Reference PostponeTicket postpone) {
        this.changes = changes;
        this.read = read;
        this.guards = guards;
        this.lifecycle = lifecycle;
        this.postpone = postpone;
    }

    /**
     * A transition that is wanted.
     *
     * @param to the status to get
     * @param reason why, or null
     * @param resolution how it was solved; needed to resolve unless the ticket has one
     * @param closure why the matter is at an end, only for a status in which it is; null to leave that to the verification
     * @param verification how the solution was verified, only for a status in which the matter is solved; null to leave
     *     that to the resolution
     * @param until until when the ticket sleeps, only for a status in which somebody else has the next move; null for no sleep
     */
    public record Command(
            TicketId ticket,
            Precondition precondition,
            Status to,
            @Nullable String reason,
            @Nullable Resolution resolution,
            @Nullable ClosureReason closure,
            @Nullable VerificationMethod verification,
            @Nullable Instant until) {
        /** Makes one after which the ticket does not sleep. */
        public Command(
                TicketId ticket,
                Precondition precondition,
                Status to,
                @Nullable String reason,
                @Nullable Resolution resolution,
                @Nullable ClosureReason closure) {
            this(ticket, precondition, to, reason, resolution, closure, null, null);
        }

        private Command with(Resolution verified) {
            return new Command(ticket, precondition, to, reason, verified, closure, null, until);
        }
    }

    /**
     * Makes a transition.
     *
     * @throws SwitchboardException with {@code illegal-transition} that lists the legal ones, or {@code guard-refused}
     *     that lists what is missing
     */
    public Ticket handle(Caller caller, Command command) {
        check(command.reason(), command.resolution());
        AccessPolicy.requireKnown(caller);
        Ticket seen = permit(caller, command.ticket(), command.to());
        Command complete = verified(command, seen);
        Resolution resolution = complete.resolution();
        Resolution asked = resolution == null || command.closure() == null
                ? resolution
                : resolution.closed(resolution.verification(), command.closure());
        return take(caller, complete, ask(caller, seen, command.to(), asked));
    }

    /** Puts what an agent says of the verification into the resolution. */
    private Command verified(Command command, Ticket seen) {
        VerificationMethod verification = command.verification();
        if (verification == null) {
            return command;
        }
        Resolution resolution = command.resolution() == null ? seen.resolution() : command.resolution();
        Progress after = lifecycle.move(seen.progress(), command.to(), seen.updatedAt());
        if (resolution == null || lifecycle.category(after) != StatusCategory.DONE) {
            throw SwitchboardException.field(
                    "verification", "can be given only with a status in which the matter is solved");
        }
        return command.with(resolution.closed(verification, resolution.closure()));
    }

    /**
     * Asks the guards about a transition that goes with a message, and throws what they refuse.
     *
     * @return what they said, to be told in the change that makes the transition; null if the ticket stands there already
     */
    public Guards.@Nullable Verdict askGuards(Caller caller, TicketId ticket, Status to) {
        boolean there = read.ticket(caller, ticket).progress().status().equals(to);
        return there ? null : ask(caller, permit(caller, ticket, to), to, null);
    }

    /**
     * Demands that the caller may move a ticket and that the edge is legal, and returns the ticket, about which the guards
     * are to be asked next.
     */
    public Ticket permit(Caller caller, TicketId id, Status to) {
        Ticket seen = read.ticket(caller, id);
        AccessPolicy.require(caller, Right.TICKET_TRANSITION);
        if (seen.progress().disposition() != Disposition.NONE) {
            Aside.refuse(seen.progress(), lifecycle);
        }
        lifecycle.move(seen.progress(), to, seen.updatedAt());
        return seen;
    }

    /** Returns whether any guard is to be asked. */
    public boolean guarded() {
        return guards.any();
    }

    /** Asks the guards, outside of any transaction, and throws what they refuse. */
    public Guards.Verdict ask(Caller caller, Ticket seen, Status to, @Nullable Resolution resolution) {
        Guards.Verdict verdict = guards.ask(caller, seen, to, resolution);
        if (!verdict.missing().isEmpty()) {
            throw verdict.refusal();
        }
        return verdict;
    }

    /** Makes a transition about which the guards were asked, in the transaction of this thread if it has one. */
    public Ticket take(Caller caller, Command command, Guards.Verdict verdict) {
        return changes.change(caller, command.ticket(), command.precondition(), edit -> {
                    edit.because(command.reason());
                    move(edit, command.to(), command.resolution(), command.closure());
                    sleep(edit, command.until());
                    verdict.tell(edit);
                    return command.to();
                })
                .ticket();
    }

    private void sleep(TicketEdit edit, @Nullable Instant until) {
        if (until == null) {
            return;
        }
        if (lifecycle.category(edit.ticket().progress()) != StatusCategory.WAITING) {
            throw SwitchboardException.field(
                    "until", "can be given only with a status in which somebody else has the next move");
        }
        postpone.sleep(edit, until);
    }

    /** Takes an edge in a change that is under way; no guard is asked. A ticket that is opened again is closed no longer. */
    public void move(TicketEdit edit, Status to, @Nullable Resolution given, @Nullable ClosureReason closure) {
        Progress after = lifecycle.move(edit.ticket().progress(), to, edit.now());
        boolean done = lifecycle.category(after) == StatusCategory.DONE;
        Resolution resolution = given == null ? edit.ticket().resolution() : given;
        if (resolution == null && to.equals(Status.RESOLVED)) {
            throw SwitchboardException.field(
                    "resolution", "must say how it was solved: a kind of " + kinds() + " and a summary");
        }
        if (closure != null && (!done || resolution == null)) {
            throw SwitchboardException.field(
                    "closure", "can be given only with a status in which the matter is solved");
        }
        edit.draft().progress(after);
        if (resolution != null) {
            edit.draft().resolution(done ? closed(resolution, to, closure) : resolution.closed(null, null));
        }
        if (lifecycle.category(after) == StatusCategory.INITIAL) {
            edit.draft().assignee(null);
        }
    }

    private static Resolution closed(Resolution resolution, Status to, @Nullable ClosureReason wanted) {
        ClosureReason closure = wanted == null ? resolution.closure() : wanted;
        if (closure == null && to.equals(Status.CLOSED)) {
            closure = resolution.verification() == null ? ClosureReason.NOT_CONFIRMED : ClosureReason.CONFIRMED;
        }
        return resolution.closed(resolution.verification(), closure);
    }

    /** Refuses what is too long with {@code invalid-field}. */
    public static void check(@Nullable String reason, @Nullable Resolution resolution) {
        Limits limits = new Limits().text("reason", reason, Limits.REASON);
        if (resolution != null) {
            limits.line("resolution.summary", resolution.summary(), Limits.TEXT)
                    .text("resolution.rootCause", resolution.rootCause(), Limits.TEXT)
                    .text("resolution.plan", resolution.plan(), Limits.TEXT);
        }
        limits.check();
    }

    private static List<String> kinds() {
        return Arrays.stream(ResolutionKind.values()).map(ResolutionKind::id).toList();
    }
}
