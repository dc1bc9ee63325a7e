package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Makes the use case. */
    @Activate
    public TransitionTicket(
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Guards guards,
            @Reference Lifecycle lifecycle) {
        this.changes = changes;
        this.read = read;
        this.guards = guards;
        this.lifecycle = lifecycle;
    }

    /**
     * A transition that is wanted.
     *
     * @param to the status to get
     * @param reason why, or null
     * @param resolution how it was solved; needed to resolve unless the ticket has one
     */
    public record Command(
            TicketId ticket,
            Precondition precondition,
            Status to,
            @Nullable String reason,
            @Nullable Resolution resolution) {}

    /**
     * Makes a transition.
     *
     * @throws SwitchboardException with {@code illegal-transition} that lists the legal ones, or {@code guard-refused}
     *     that lists what is missing
     */
    public Ticket handle(Caller caller, Command command) {
        Resolution resolution = command.resolution();
        check(command.reason(), resolution);
        AccessPolicy.requireKnown(caller);
        Ticket seen = permit(caller, command.ticket(), command.to());
        return take(caller, command, ask(caller, seen, command.to(), resolution));
    }

    /** Asks the guards about a transition that goes with a message, and throws what they refuse. */
    public void askGuards(Caller caller, TicketId ticket, Status to) {
        ask(caller, permit(caller, ticket, to), to, null);
    }

    /**
     * Demands that the caller may move a ticket and that the edge is legal, and returns the ticket, about which the guards
     * are to be asked next.
     */
    public Ticket permit(Caller caller, TicketId id, Status to) {
        Ticket seen = read.ticket(caller, id);
        AccessPolicy.require(caller, Right.TICKET_TRANSITION);
        refuseDisposed(seen);
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
                    move(edit, command.to(), command.resolution());
                    verdict.silent()
                            .forEach((plugin, why) ->
                                    edit.record(EventType.PLUGIN_REMARKED, Map.of("plugin", plugin, "failure", why)));
                    return command.to();
                })
                .ticket();
    }

    /** Takes an edge in a change that is under way; no guard is asked. */
    public void move(TicketEdit edit, Status to, @Nullable Resolution resolution) {
        refuseDisposed(edit.ticket());
        Progress after = lifecycle.move(edit.ticket().progress(), to, edit.now());
        edit.draft().progress(after);
        if (resolution != null) {
            edit.draft().resolution(resolution);
        }
        StatusCategory category = lifecycle.category(after);
        if (category == StatusCategory.DONE
                && to.equals(Status.RESOLVED)
                && edit.ticket().resolution() == null) {
            throw SwitchboardException.field(
                    "resolution", "must say how it was solved: a kind of " + kinds() + " and a summary");
        }
        if (to.equals(Status.CLOSED)) {
            close(edit);
        }
        if (category == StatusCategory.INITIAL) {
            edit.draft().assignee(null);
        }
    }

    private static void close(TicketEdit edit) {
        Resolution resolution = edit.ticket().resolution();
        if (resolution != null && resolution.closure() == null) {
            edit.draft()
                    .resolution(new Resolution(
                            resolution.kind(),
                            resolution.summary(),
                            resolution.rootCause(),
                            resolution.plan(),
                            resolution.verification(),
                            resolution.verification() == null ? ClosureReason.NOT_CONFIRMED : ClosureReason.CONFIRMED));
        }
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

    private static void refuseDisposed(Ticket ticket) {
        if (ticket.progress().disposition() != Disposition.NONE) {
            throw new SwitchboardException(
                    ErrorCode.TICKET_NOT_CHANGEABLE,
                    "Ticket " + ticket.number() + " is "
                            + ticket.progress().disposition().id() + "; restore it first",
                    List.of(),
                    Map.of("disposition", ticket.progress().disposition().id()),
                    null);
        }
    }

    private static List<String> kinds() {
        return Arrays.stream(ResolutionKind.values()).map(ResolutionKind::id).toList();
    }
}
