package io.switchboard.core.people.directory;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.Passwords;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.people.SignIn;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets people choose a password, and customers sign in, by tokens that act once. They are mailed if a courier reaches the
 * person; otherwise whoever makes one is shown it once and hands it over. So nobody may make one for somebody who may do
 * more than they, unless they may change roles; and who is shown one could use it, so that takes {@code people.edit}.
 */
@Component(service = Invitations.class)
public final class Invitations {
    private static final String CHANNEL = "api";

    private final Transactions transactions;
    private final PersonStore persons;
    private final AccessStore access;
    private final Accounts accounts;
    private final LinkTokens links;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Couriers couriers;
    private final Outgoing outgoing;
    private final PublicAddress desk;
    private final AuditLog audit;

    /**
     * A token that was made.
     *
     * @param token the only time that it is shown, or null if it was mailed to its owner
     */
    public record Made(PersonId person, @Nullable String token, Instant expiresAt) {}

    /** Makes it. */
    @Activate
    public Invitations(
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference Accounts accounts,
            @Reference LinkTokens links,
            @Reference Sessions sessions,
            @Reference SignIn signIn,
            @Reference Couriers couriers,
            @Reference Outgoing outgoing,
            @Reference FrontDoor door,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.persons = persons;
        this.access = access;
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.signIn = signIn;
        this.couriers = couriers;
        this.outgoing = outgoing;
        this.desk = door.publicAddress();
        this.audit = audit;
    }

    /** Makes a token by which somebody chooses a password, whether they had one or not; an earlier one is void. */
    public Made invite(Caller caller, PersonId person) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return make(
                caller,
                LinkLetter.INVITATION,
                () -> {
                    accounts.demandReach(caller, person);
                    return accounts.find(person);
                },
                () -> {
                    links.revoke(Purpose.INVITATION, person);
                    audit.record(caller, AuditKind.INVITATION_MADE, "person:" + person);
                });
    }

    /** Makes a token by which a customer signs in once. */
    public Made signInLink(Caller caller, PersonId customer) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        return make(
                caller,
                LinkLetter.SIGN_IN_MADE,
                () -> {
                    PersonRow owner = accounts.find(customer);
                    if (persons.isAgent(customer)) {
                        throw SwitchboardException.notFound("customer");
                    }
                    return owner;
                },
                () -> audit.record(caller, AuditKind.SIGN_IN_LINK_MADE, "person:" + customer));
    }

    /**
     * Sets a password by a token, which is used up; all sessions of its owner end.
     *
     * @throws SwitchboardException with {@code link-not-valid}, whatever is wrong with the token
     */
    public void accept(String token, String password, String address) {
        choose(Purpose.INVITATION, token, password, address);
    }

    /**
     * Sets a password by a token of a purpose, which is used up; all sessions of its owner end.
     *
     * @throws SwitchboardException with {@code link-not-valid}, whatever is wrong with the token
     */
    public void choose(Purpose purpose, String token, String password, String address) {
        if (links.find(purpose, token).isEmpty()) {
            throw LinkTokens.invalid();
        }
        String hash = Passwords.hash(password);
        transactions.write(() -> {
            PersonId person = links.use(purpose, token);
            access.putPasswordHash(person, hash, PeopleChanges.now());
            sessions.endAll(person);
            Caller owner = Caller.person(person, Set.of(), CHANNEL).at(address);
            audit.record(owner, AuditKind.PASSWORD_SET, "person:" + person);
            return person;
        });
    }

    /**
     * Begins a session by a customer's token, which is used up.
     *
     * @throws SwitchboardException with {@code link-not-valid}, whatever is wrong with the token
     */
    public Sessions.Begun signIn(String token, @Nullable String code, String address) {
        return signIn.byLink(token, code, address, () -> {
            PersonId person = links.use(Purpose.SIGN_IN, token);
            if (persons.isAgent(person)
                    || persons.find(person)
                            .filter(row -> row.active() && !row.erased())
                            .isEmpty()) {
                throw LinkTokens.invalid();
            }
            return person;
        });
    }

    /**
     * Makes a token and mails it to its owner if somebody reaches them, which is asked before the transaction.
     *
     * @param owner returns who gets it, or refuses; runs in a transaction, twice
     * @param more what else is to be done in the transaction
     */
    private Made make(Caller caller, LinkLetter letter, Supplier<PersonRow> owner, Runnable more) {
        Optional<Address> reached =
                transactions.read(() -> mailbox(owner.get())).filter(couriers::reach);
        return transactions.write(() -> {
            PersonRow person = owner.get();
            more.run();
            LinkTokens.Made link = links.make(letter.purpose(), person.id(), null, letter.valid());
            Optional<Address> to = mailbox(person)
                    .filter(address -> reached.filter(address::equals).isPresent());
            if (to.isEmpty()) {
                demandHandsOver(caller);
            }
            to.ifPresent(address -> outgoing.send(letter.to(person, desk, link.token())));
            return new Made(person.id(), to.isPresent() ? null : link.token(), link.expiresAt());
        });
    }

    private static void demandHandsOver(Caller caller) {
        if (!caller.may(Right.PEOPLE_EDIT)) {
            throw new SwitchboardException(
                    ErrorCode.RIGHT_MISSING,
                    "No mail reaches this person now, so you would be shown their link and could use it yourself; that"
                            + " needs the right people.edit. Ask an administrator to make the link",
                    List.of(),
                    Map.of("right", Right.PEOPLE_EDIT.id()),
                    null);
        }
    }

    private static Optional<Address> mailbox(PersonRow person) {
        return Optional.ofNullable(person.email()).map(email -> new Address("email", email, person.name()));
    }
}
