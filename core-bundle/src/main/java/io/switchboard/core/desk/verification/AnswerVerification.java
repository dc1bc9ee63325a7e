package io.switchboard.core.desk.verification;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.verification.VerificationStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes the customer's word on a solution (VE1, VE3). Yes closes the ticket as confirmed; where a guard still lacks
 * something it is kept, and the ticket waits for the desk. No opens the ticket again. What is said besides stands in the
 * thread and does nothing else.
 */
@Component(service = AnswerVerification.class)
public final class AnswerVerification {
    private static final int LONGEST_WORDS = 10_000;

    private final TicketChanges changes;
    private final ReadTicket read;
    private final Rounds rounds;
    private final Guards guards;
    private final TransitionTicket transitions;
    private final Lifecycle lifecycle;
    private final VerificationStore store;
    private final ThreadStore threads;
    private final IdGenerator ids;

    /** Makes the use case. */
    @Activate
    public AnswerVerification(
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Rounds rounds,
            @Reference Guards guards,
            @Reference TransitionTicket transitions,
            @Reference Lifecycle lifecycle,
            @Reference VerificationStore store,
            @Reference ThreadStore threads,
            @Reference IdGenerator ids) {
        this.changes = changes;
        this.read = read;
        this.rounds = rounds;
        this.guards = guards;
        this.transitions = transitions;
        this.lifecycle = lifecycle;
        this.store = store;
        this.threads = threads;
        this.ids = ids;
    }

    /**
     * Takes the answer of a requester or submitter.
     *
     * @throws SwitchboardException with {@code link-not-valid} if there is nothing to answer, or {@code invalid-field}
     */
    public Ticket handle(Caller caller, TicketId id, Answer answer) {
        return handle(caller, id, answer, ticket -> true);
    }

    /**
     * Takes an answer.
     *
     * @param good whether the way by which the caller came is still good for the ticket; asked inside the transaction
     */
    Ticket handle(Caller caller, TicketId id, Answer answer, Predicate<Ticket> good) {
        new Limits().text("comment", answer.words(), LONGEST_WORDS).check();
        Ticket seen = see(caller, id);
        Guards.Verdict verdict = answer.works() ? judge(caller, seen) : Guards.Verdict.NOTHING;
        return changes.change(caller, id, Precondition.any(), edit -> take(edit, answer, verdict, good))
                .ticket();
    }

    private Ticket see(Caller caller, TicketId id) {
        try {
            return read.ticket(caller, id);
        } catch (SwitchboardException refusal) {
            throw refusal.code() == ErrorCode.NOT_FOUND ? LinkTokens.invalid() : refusal;
        }
    }

    private Guards.Verdict judge(Caller caller, Ticket seen) {
        Resolution resolution = seen.resolution();
        if (resolution == null || !rounds.leadsToClosed(seen.progress())) {
            return Guards.Verdict.NOTHING;
        }
        return guards.ask(
                caller,
                seen,
                Status.CLOSED,
                resolution.closed(VerificationMethod.CONFIRMATION, ClosureReason.CONFIRMED));
    }

    private boolean take(TicketEdit edit, Answer answer, Guards.Verdict verdict, Predicate<Ticket> good) {
        Ticket ticket = edit.ticket();
        if (!rounds.answerable(ticket, edit.caller().person()) || !good.test(ticket)) {
            throw LinkTokens.invalid();
        }
        store.voidTokens(ticket.id());
        edit.record(EventType.VERIFICATION_ANSWERED, Map.of("answer", answer.works() ? "yes" : "no"));
        keep(edit, answer);
        if (answer.works()) {
            confirm(edit, verdict);
        } else {
            lifecycle.onReopening(ticket.progress()).ifPresent(to -> transitions.move(edit, to, null, null));
        }
        return true;
    }

    private void keep(TicketEdit edit, Answer answer) {
        String words = answer.words();
        if (words == null || words.isBlank()) {
            return;
        }
        MessageId id = new MessageId(ids.next());
        threads.append(new MessageRow(
                id,
                edit.ticket().id(),
                MessageKind.CUSTOMER,
                edit.caller().person(),
                words,
                BodyFormat.TEXT,
                edit.caller().channel(),
                false,
                edit.now()));
        edit.said(EventType.MESSAGE_RECEIVED, id, Map.of());
    }

    private void confirm(TicketEdit edit, Guards.Verdict verdict) {
        Resolution resolution = Objects.requireNonNull(edit.ticket().resolution(), "what is answerable was resolved");
        boolean closes = verdict.missing().isEmpty()
                && rounds.leadsToClosed(edit.ticket().progress());
        boolean closed = edit.ticket().progress().status().equals(Status.CLOSED);
        edit.draft()
                .resolution(resolution.closed(
                        VerificationMethod.CONFIRMATION, closes || closed ? ClosureReason.CONFIRMED : null));
        if (closes) {
            transitions.move(edit, Status.CLOSED, null, ClosureReason.CONFIRMED);
        } else if (!verdict.missing().isEmpty()) {
            edit.record(EventType.PLUGIN_REMARKED, List.of(remark(verdict)), Map.of("socket", "TransitionGuard"));
        }
        verdict.tell(edit);
    }

    private static FieldChange remark(Guards.Verdict verdict) {
        String missing =
                verdict.missing().stream().map(GuardVerdict.Reason::message).collect(Collectors.joining("; "));
        String remark = "The customer has confirmed the solution; the ticket is not closed because of: " + missing;
        int end = remark.offsetByCodePoints(0, Math.min(Limits.REASON, remark.codePointCount(0, remark.length())));
        return new FieldChange("remark", null, remark.substring(0, end));
    }
}
