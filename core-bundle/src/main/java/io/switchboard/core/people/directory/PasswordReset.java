package io.switchboard.core.people.directory;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.delivery.Letter;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.Secrets;
import io.switchboard.core.people.SignInBudget;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.outgoing.OutgoingStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends people a link by which they choose a new password. Whether there is somebody of an address is found out after the
 * answer, so that neither the answer nor its time tells; nobody gets more than one message an hour and three a day.
 */
@Component(service = {PasswordReset.class, TimerKind.class})
public final class PasswordReset implements TimerKind {
    static final String KIND = "password-reset";
    private static final Duration VALID = Duration.ofHours(2);

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
    private final PublicAddress address;

    /** Makes the use case. */
    @Activate
    public PasswordReset(
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

    PasswordReset(
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
            PublicAddress address) {
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
        this.address = address;
    }

    /**
     * Takes a wish for a new password; what comes of it is not told here.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code too-many-requests}, for known and unknown
     *     addresses alike
     */
    public void ask(EmailAddress email, String networkAddress) {
        budget.spend("password-reset:" + email.key(), "password-reset:" + networkAddress);
        transactions.write(() -> {
            timers.set(KIND, email.key(), clock.now());
            return email;
        });
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String emailKey, Instant due) {
        transactions.write(() -> {
            Optional<PersonRow> person = persons.byEmailKey(emailKey)
                    .filter(row -> row.active() && !row.erased())
                    .filter(row -> places.takePlace(ids.next(), Secrets.hash(emailKey), clock.now()));
            person.ifPresent(this::send);
            return emailKey;
        });
    }

    private void send(PersonRow person) {
        links.revoke(Purpose.PASSWORD_RESET, person.id());
        String token = links.make(Purpose.PASSWORD_RESET, person.id(), null, VALID);
        String email = Objects.requireNonNull(person.email(), "found by the address");
        outgoing.send(new Letter(
                KIND,
                new Address("email", email, person.name()),
                "Choose a new password",
                "Somebody, probably you, asked for a new password at " + address.resolve("/")
                        + ".\n\nTo choose one, open this address within two hours:\n\n"
                        + address.resolve("/password/" + token)
                        + "\n\nIf it was not you, do nothing: your password stays as it is.\n",
                VALID));
        audit.record(Caller.system(KIND), AuditKind.PASSWORD_RESET_ASKED, "person:" + person.id());
    }
}
