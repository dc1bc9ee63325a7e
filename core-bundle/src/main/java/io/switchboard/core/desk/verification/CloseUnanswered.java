package io.switchboard.core.desk.verification;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.api.verification.Verifications.Outcome;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.ReadTicket;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes a solved ticket whose customer has had their time to answer (VE2): silence is no confirmation, and is told so. */
@Component(service = CloseUnanswered.class)
public final class CloseUnanswered {
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Rounds rounds;
    private final TransitionTicket transitions;

    /** Makes the use case. */
    @Activate
    public CloseUnanswered(
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Rounds rounds,
            @Reference TransitionTicket transitions) {
        this.changes = changes;
        this.read = read;
        this.rounds = rounds;
        this.transitions = transitions;
    }

    /**
     * Closes, if the round is still under way.
     *
     * @throws SwitchboardException with {@code guard-refused} that lists what is missing
     */
    public Outcome handle(Caller caller, TicketId id, int reopenings) {
        Ticket seen = read.ticket(caller, id);
        if (!rounds.closable(seen, reopenings)) {
            return Outcome.OVER;
        }
        Resolution resolution = seen.resolution();
        Guards.Verdict verdict = transitions.ask(
                caller,
                seen,
                Status.CLOSED,
                resolution == null ? null : resolution.closed(resolution.verification(), closure(resolution)));
        return changes.change(caller, id, Precondition.any(), edit -> {
                    if (!rounds.closable(edit.ticket(), reopenings)) {
                        return Outcome.OVER;
                    }
                    transitions.move(
                            edit, Status.CLOSED, null, closure(edit.ticket().resolution()));
                    verdict.tell(edit);
                    return Outcome.DONE;
                })
                .value();
    }

    /** An agent's test tells how it was verified, not that the customer agreed; a reason that was given stays. */
    private static @Nullable ClosureReason closure(@Nullable Resolution resolution) {
        if (resolution == null || resolution.closure() != null) {
            return null;
        }
        return resolution.verification() == VerificationMethod.CONFIRMATION
                ? ClosureReason.CONFIRMED
                : ClosureReason.NOT_CONFIRMED;
    }
}
