package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.lineage.BranchTicket;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.thread.ThreadStore;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts to a thread: a customer's message, a reply of the desk, or an internal note (CO1, CO4, ST2, ST6). A customer's
 * answer wakes a sleeping ticket, brings a waiting one back to work and opens a solved one again, unless it only says
 * thanks or nobody wrote it; after the reopen window it makes a follow-up. What is written to a merged ticket reaches the
 * survivor (CH4).
 */
@Component(service = PostMessage.class)
public final class PostMessage {
    private final TicketChanges changes;
    private final MessageKeeping keeping;
    private final TransitionTicket transitions;
    private final CustomerAnswer customerAnswer;
    private final BranchTicket branch;
    private final Survivors survivors;
    private final TicketNumbers numbers;
    private final AfterPosting after;
    private final Transactions transactions;
    private final MessageJudgement judgement;

    /** Makes the use case. */
    @Activate
    public PostMessage(
            @Reference TicketChanges changes,
            @Reference ThreadStore threads,
            @Reference Contacts contacts,
            @Reference TransitionTicket transitions,
            @Reference CustomerAnswer customerAnswer,
            @Reference Attaching attaching,
            @Reference BranchTicket branch,
            @Reference Survivors survivors,
            @Reference TicketNumbers numbers,
            @Reference AfterPosting after,
            @Reference IdGenerator ids,
            @Reference Transactions transactions,
            @Reference MessageJudgement judgement) {
        this.changes = changes;
        this.keeping = new MessageKeeping(threads, contacts, attaching, ids);
        this.transitions = transitions;
        this.customerAnswer = customerAnswer;
        this.branch = branch;
        this.survivors = survivors;
        this.numbers = numbers;
        this.after = after;
        this.transactions = transactions;
        this.judgement = judgement;
    }

    /**
     * What came of a message.
     *
     * @param ticket the ticket that got it: the one it was posted to, the one in which that goes on, or a follow-up
     * @param message the message's id
     */
    public record Posted(Ticket ticket, MessageId message) {}

    /**
     * Posts a message.
     *
     * @throws SwitchboardException with {@code right-missing} if the caller may not write so, {@code
     *     ticket-not-changeable} if the ticket is archived, spam or trash, {@code illegal-transition} or {@code
     *     guard-refused} because of {@code thenStatus}; then nothing is posted
     */
    public Posted handle(Caller caller, TicketId id, Precondition precondition, NewMessage message) {
        return handle(caller, id, precondition, message, false);
    }

    /** Posts what the caller was writing here; their draft of that kind goes with it. */
    public Posted send(Caller caller, TicketId id, Precondition precondition, NewMessage message) {
        return handle(caller, id, precondition, message, true);
    }

    private Posted handle(
            Caller caller, TicketId id, Precondition precondition, NewMessage message, boolean endsDraft) {
        new Limits()
                .body("body", message.body(), !message.attachments().isEmpty())
                .attachments(message.attachments())
                .check();
        Caller author = caller.through(message.channel());
        MessageJudgement.Verdict verdict = message.kind() == MessageKind.CUSTOMER
                ? judgement.ask(author, id, message)
                : MessageJudgement.Verdict.ORDINARY;
        Posting posting = new Posting(message, guards(caller, id, message.thenStatus()), verdict, null, endsDraft);
        TicketChanges.Changed<Said> changed = post(author, id, precondition, posting);
        Ticket elsewhere = changed.value().elsewhere();
        return new Posted(
                elsewhere == null ? changed.ticket() : elsewhere,
                changed.value().message());
    }

    /** What needs a number for a follow-up is rolled back and begun again with one, so that only one transaction commits. */
    private TicketChanges.Changed<Said> post(Caller author, TicketId id, Precondition precondition, Posting posting) {
        try {
            return keep(author, id, precondition, posting);
        } catch (NumberNeeded rolledBack) {
            return keep(author, id, precondition, posting.numbered(numbers.next()));
        }
    }

    private TicketChanges.Changed<Said> keep(Caller author, TicketId id, Precondition precondition, Posting posting) {
        return transactions.write(() -> {
            TicketChanges.Changed<Said> changed = changes.change(author, id, precondition, edit -> post(edit, posting));
            changed.value().shownIn().forEach(posting.verdict()::protect);
            return changed;
        });
    }

    private static final class NumberNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NumberNeeded() {
            super("a follow-up needs a number, which is not taken inside a transaction", null, false, false);
        }
    }

    private Guards.@Nullable Verdict guards(Caller caller, TicketId id, @Nullable Status then) {
        if (then == null) {
            return null;
        }
        AccessPolicy.require(caller, Right.TICKET_TRANSITION);
        return transitions.askGuards(caller, survivors.of(id), then);
    }

    /**
     * A message on its way into the thread.
     *
     * @param guards what the guards said of the status that goes with it, or null if none does or the ticket had it
     * @param verdict what special handlings said of it
     * @param number the number of a follow-up, or null as long as none is needed
     * @param endsDraft whether the caller's draft becomes this message
     */
    private record Posting(
            NewMessage message,
            Guards.@Nullable Verdict guards,
            MessageJudgement.Verdict verdict,
            @Nullable String number,
            boolean endsDraft) {
        Posting numbered(String fresh) {
            return new Posting(message, guards, verdict, fresh, endsDraft);
        }
    }

    /**
     * What came of it inside the transaction.
     *
     * @param message the message
     * @param elsewhere the other ticket that got the message, or null
     * @param shownIn the tickets that were there before and show the message
     */
    private record Said(MessageId message, @Nullable Ticket elsewhere, Set<TicketId> shownIn) {}

    private Said post(TicketEdit edit, Posting posting) {
        NewMessage message = posting.message();
        permit(edit, message.kind());
        PersonId author = keeping.author(edit, message);
        if (posting.endsDraft()) {
            after.endDraft(edit, message.kind());
        }
        if (edit.mergedInto() == null) {
            return say(edit, posting, new MessageKeeping.Place(edit.ticket().id(), author));
        }
        TicketId survivor = survivors.of(edit.ticket().id());
        boolean customer = message.kind() == MessageKind.CUSTOMER;
        MessageKeeping.Place place =
                new MessageKeeping.Place(customer ? edit.ticket().id() : survivor, author);
        Caller caller = customer ? edit.caller().letInto(survivor) : edit.caller();
        TicketChanges.Changed<Said> there =
                changes.change(caller, survivor, Precondition.any(), found -> say(found, posting, place));
        Ticket elsewhere = there.value().elsewhere();
        Set<TicketId> shownIn = new LinkedHashSet<>(there.value().shownIn());
        if (elsewhere == null) {
            shownIn.add(place.ticket());
        }
        return new Said(there.value().message(), elsewhere == null ? there.ticket() : elsewhere, shownIn);
    }

    private Said say(TicketEdit edit, Posting posting, MessageKeeping.Place place) {
        NewMessage message = posting.message();
        boolean written = message.kind() == MessageKind.CUSTOMER && !message.automatic();
        ReplyReading reading = written ? customerAnswer.read(edit.ticket(), message) : ReplyReading.AUTOMATIC;
        if (reading == ReplyReading.ANSWER && customerAnswer.comesTooLate(edit.ticket(), edit.now())) {
            String number = posting.number();
            if (number == null) {
                throw new NumberNeeded();
            }
            return followUp(edit, message, place, number);
        }
        MessageId id = keeping.keep(edit, message, place);
        edit.said(type(message.kind()), id, reading.facts(message));
        after.said(edit, message);
        if (written) {
            customerAnswer.take(edit, reading);
        }
        Status then = message.thenStatus();
        Guards.Verdict guards = posting.guards();
        if (then != null && !then.equals(edit.ticket().progress().status())) {
            if (guards == null) {
                throw new SwitchboardException(
                        ErrorCode.STALE_VERSION,
                        "Ticket " + edit.ticket().number()
                                + " has moved meanwhile; read it again, then repeat your reply");
            }
            transitions.move(edit, then, null, null);
            guards.tell(edit);
        }
        posting.verdict().hold(edit);
        return new Said(id, null, Set.of(edit.ticket().id()));
    }

    private static EventType type(MessageKind kind) {
        return switch (kind) {
            case CUSTOMER -> EventType.MESSAGE_RECEIVED;
            case REPLY -> EventType.MESSAGE_SENT;
            case NOTE -> EventType.MESSAGE_NOTED;
        };
    }

    /** Makes a ticket, chained to the one that was solved too long ago, of which the message is the first. */
    private Said followUp(TicketEdit edit, NewMessage message, MessageKeeping.Place place, String number) {
        Ticket origin = edit.ticket();
        TicketId id = branch.nextId();
        MessageId opening = keeping.keep(edit, message, new MessageKeeping.Place(id, place.author()));
        Ticket made = branch.from(
                origin,
                id,
                new BranchTicket.Beginning(number, origin.subject(), message.body(), opening),
                edit.caller(),
                edit.now());
        edit.recordElsewhere(
                EventType.TICKET_LINKED,
                BranchTicket.describe(new TicketLink(LinkKind.CHAINED, made.id(), origin.id())));
        return new Said(opening, made, Set.of());
    }

    private static void permit(TicketEdit edit, MessageKind kind) {
        Caller caller = edit.caller();
        switch (kind) {
            case REPLY -> AccessPolicy.require(caller, Right.TICKET_REPLY);
            case NOTE -> AccessPolicy.require(caller, Right.TICKET_NOTE);
            case CUSTOMER -> {
                if (!AccessPolicy.takesPart(caller, edit.ticket(), edit.participants())) {
                    AccessPolicy.require(caller, Right.TICKET_OPEN_FOR_OTHERS);
                }
            }
        }
    }
}
