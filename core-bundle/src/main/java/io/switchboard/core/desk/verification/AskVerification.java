package io.switchboard.core.desk.verification;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.verification.Verifications.Outcome;
import io.switchboard.core.access.Caller;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.LetterLanguage;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.people.Secrets;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.verification.VerificationRow;
import io.switchboard.core.store.verification.VerificationStore;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the requester of a solved ticket whether the solution works, once a round, and reminds them, once a round (VE2, VE3).
 * Question, letter and history are one transaction.
 */
@Component(service = AskVerification.class)
public final class AskVerification {
    private static final Duration VALID = Duration.ofDays(14);
    private static final String PATH = "/verification/";

    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Rounds rounds;
    private final VerificationStore store;
    private final ThreadStore threads;
    private final PersonStore persons;
    private final Couriers couriers;
    private final Outgoing outgoing;
    private final PublicAddress desk;

    /** Makes the use case. */
    @Activate
    public AskVerification(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Rounds rounds,
            @Reference VerificationStore store,
            @Reference ThreadStore threads,
            @Reference PersonStore persons,
            @Reference Couriers couriers,
            @Reference Outgoing outgoing,
            @Reference FrontDoor door) {
        this(transactions, changes, read, rounds, store, threads, persons, couriers, outgoing, door.publicAddress());
    }

    AskVerification(
            Transactions transactions,
            TicketChanges changes,
            ReadTicket read,
            Rounds rounds,
            VerificationStore store,
            ThreadStore threads,
            PersonStore persons,
            Couriers couriers,
            Outgoing outgoing,
            PublicAddress desk) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.rounds = rounds;
        this.store = store;
        this.threads = threads;
        this.persons = persons;
        this.couriers = couriers;
        this.outgoing = outgoing;
        this.desk = desk;
    }

    /**
     * What is asked.
     *
     * @param reopenings the round
     * @param reminder whether it was asked before
     * @param closesAt when the ticket is closed without an answer, or null
     */
    public record Question(
            int reopenings, boolean reminder, @Nullable Instant closesAt) {
        String kind() {
            return reminder ? VerificationRow.REMINDER : VerificationRow.QUESTION;
        }
    }

    /** Asks, if there is still something to be asked; couriers are looked for before the transaction. */
    public Outcome handle(Caller caller, TicketId id, Question question) {
        Ticket seen = read.ticket(caller, id);
        if (!wanted(seen, question)) {
            return Outcome.OVER;
        }
        Optional<Address> reached = transactions
                .read(() -> mailbox(seen.requester().id()))
                .map(Reader::address)
                .filter(couriers::reach);
        return changes.change(caller, id, Precondition.any(), edit -> ask(edit, question, reached))
                .value();
    }

    private boolean wanted(Ticket ticket, Question question) {
        return rounds.underWay(ticket, question.reopenings()) && rounds.answerable(ticket);
    }

    private Outcome ask(TicketEdit edit, Question question, Optional<Address> reached) {
        Ticket ticket = edit.ticket();
        if (!wanted(ticket, question)) {
            return Outcome.OVER;
        }
        if (store.asked(ticket.id(), question.reopenings(), question.kind())) {
            return Outcome.BEFORE;
        }
        if (question.reminder()
                && threads.writtenSince(ticket.id(), ticket.progress().statusSince())) {
            return Outcome.OVER;
        }
        Optional<Reader> to = mailbox(ticket.requester().id())
                .filter(reader -> reached.filter(reader.address()::equals).isPresent());
        String token = to.isPresent() ? Secrets.next() : null;
        keep(edit, question, token);
        if (to.isPresent() && token != null) {
            send(edit, question, to.get(), token);
        }
        edit.record(
                EventType.VERIFICATION_ASKED,
                Map.of("kind", question.kind(), "sent", Boolean.toString(to.isPresent())));
        return to.isPresent() ? Outcome.DONE : Outcome.NOT_REACHED;
    }

    private void keep(TicketEdit edit, Question question, @Nullable String token) {
        if (!question.reminder()) {
            store.voidTokens(edit.ticket().id());
        }
        store.add(new VerificationRow(
                edit.ticket().id(),
                question.reopenings(),
                question.kind(),
                edit.ticket().requester().id(),
                token == null ? null : Secrets.hash(token),
                edit.now(),
                expiry(edit.now(), question)));
    }

    private void send(TicketEdit edit, Question question, Reader to, String token) {
        Duration worth = Duration.between(edit.now(), expiry(edit.now(), question));
        outgoing.send(
                new VerificationLetter(edit.ticket(), question, to.language())
                        .to(to.address(), desk.resolve(PATH + token), worth),
                edit.ticket().id());
    }

    private static Instant expiry(Instant now, Question question) {
        Instant usual = now.plus(VALID);
        Instant closesAt = question.closesAt();
        return closesAt == null || closesAt.isBefore(usual) ? usual : closesAt;
    }

    private record Reader(Address address, LetterLanguage language) {}

    private Optional<Reader> mailbox(PersonId person) {
        return persons.find(person)
                .filter(row -> row.active() && !row.erased())
                .flatMap(row -> Optional.ofNullable(row.email())
                        .map(email -> new Reader(
                                new Address("email", email, row.name()), LetterLanguage.of(row.language()))));
    }
}
