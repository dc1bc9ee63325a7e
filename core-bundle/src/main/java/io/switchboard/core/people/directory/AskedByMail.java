package io.switchboard.core.people.directory;

import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.people.Secrets;
import io.switchboard.core.people.SignInBudget;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.outgoing.OutgoingStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.Timers;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Links that people ask for by nothing but their address. Whether there is somebody of an address is found out after the
 * answer, so that neither the answer nor its time tells; nobody gets more than one message of a kind an hour and three a
 * day.
 */
@Component(service = AskedByMail.class)
public final class AskedByMail {
    /** The kinds of timers by which addresses wait for their answer; their subjects are the keys of the addresses. */
    static final List<String> KINDS = List.of(PasswordReset.KIND, SignInByMail.KIND);

    private final Transactions transactions;
    private final PersonStore persons;
    private final LinkTokens links;
    private final SignInBudget budget;
    private final OutgoingStore places;
    private final Outgoing outgoing;
    private final Timers timers;
    private final DeskClock clock;
    private final AuditLog audit;
    private final IdGenerator ids;
    private final PublicAddress desk;

    /**
     * One kind of link.
     *
     * @param id its name, of its timers and in the limits
     * @param letter what is sent
     * @param replaces whether it makes the person's earlier links for the purpose void
     * @param recorded what the audit log says
     */
    record Kind(String id, LinkLetter letter, boolean replaces, AuditKind recorded) {}

    /** Makes it. */
    @Activate
    public AskedByMail(
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference LinkTokens links,
            @Reference SignInBudget budget,
            @Reference OutgoingStore places,
            @Reference Outgoing outgoing,
            @Reference Timers timers,
            @Reference DeskClock clock,
            @Reference AuditLog audit,
            @Reference IdGenerator ids,
            @Reference FrontDoor door) {
        this(transactions, persons, links, budget, places, outgoing, timers, clock, audit, ids, door.publicAddress());
    }

    AskedByMail(
            Transactions transactions,
            PersonStore persons,
            LinkTokens links,
            SignInBudget budget,
            OutgoingStore places,
            Outgoing outgoing,
            Timers timers,
            DeskClock clock,
            AuditLog audit,
            IdGenerator ids,
            PublicAddress desk) {
        this.transactions = transactions;
        this.persons = persons;
        this.links = links;
        this.budget = budget;
        this.places = places;
        this.outgoing = outgoing;
        this.timers = timers;
        this.clock = clock;
        this.audit = audit;
        this.ids = ids;
        this.desk = desk;
    }

    /**
     * Takes a wish for a link; what comes of it is not told here.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code too-many-requests}, for known and unknown
     *     addresses alike
     */
    void ask(String kind, EmailAddress email, String networkAddress) {
        budget.spend(kind + ":" + email.key(), kind + ":" + networkAddress);
        transactions.write(() -> {
            timers.set(kind, email.key(), clock.now());
            return email;
        });
    }

    /**
     * Sends a link to whoever has the address, if anybody has and their account can be used.
     *
     * @param entitled who else is left out; asked in the transaction
     */
    void answer(Kind kind, String emailKey, Predicate<PersonRow> entitled) {
        transactions.write(() -> {
            Optional<PersonRow> person = persons.byEmailKey(emailKey)
                    .filter(row -> row.active() && !row.erased())
                    .filter(entitled)
                    .filter(row -> places.takePlace(ids.next(), place(kind, emailKey), clock.now()));
            person.ifPresent(row -> send(kind, row));
            return emailKey;
        });
    }

    /** Each kind has places of its own, so that asking for the one does not use the other up. */
    private static String place(Kind kind, String emailKey) {
        return Secrets.hash(kind.id() + ":" + emailKey);
    }

    private void send(Kind kind, PersonRow person) {
        LinkLetter letter = kind.letter();
        if (kind.replaces()) {
            links.revoke(letter.purpose(), person.id());
        }
        String token =
                links.make(letter.purpose(), person.id(), null, letter.valid()).token();
        outgoing.send(letter.to(person, desk, token));
        audit.record(Caller.system(kind.id()), kind.recorded(), "person:" + person.id());
    }
}
