package io.switchboard.core.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Authenticator.Identity;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.ExternalIdentityStore;
import io.switchboard.core.store.people.ExternalIdentityStore.IdentityRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes customers of those for whom another system vouches and whom the desk does not know. They are known by issuer and
 * subject from then on. Nobody becomes somebody whom the desk knows already by an address alone: whose address is taken is
 * refused, until an administrator binds the account.
 */
@Component(service = ExternalNewcomers.class)
public final class ExternalNewcomers {
    private static final int LONGEST = 200;
    private static final String CHANNEL = "api";

    private final Transactions transactions;
    private final ExternalIdentityStore identities;
    private final PersonStore persons;
    private final AuditLog audit;
    private final IdGenerator ids;
    private final DeskClock clock;

    /**
     * Somebody for whom a system vouches.
     *
     * @param issuer the system
     * @param identity what it says of them
     * @param login what they typed
     * @param address the network address that they come from
     */
    record Arrival(String issuer, Identity identity, String login, String address) {}

    /** What the audit log says of an account; not what was typed, which may be a password in the wrong field. */
    private record Account(String issuer, String subject) {}

    /** Makes it. */
    @Activate
    public ExternalNewcomers(
            @Reference Transactions transactions,
            @Reference ExternalIdentityStore identities,
            @Reference PersonStore persons,
            @Reference AuditLog audit,
            @Reference IdGenerator ids,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.identities = identities;
        this.persons = persons;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns to whom the account is bound, somebody new if it is bound to nobody; or nothing if it is refused. */
    Optional<IdentityRow> admit(Arrival arrival) {
        Identity identity = arrival.identity();
        if (!isLine(identity.subject()) || !isLine(identity.name()) || !isLine(arrival.issuer())) {
            return Optional.empty();
        }
        try {
            return transactions.write(() -> known(arrival).or(() -> make(arrival)));
        } catch (DuplicateKeyException atTheSameTime) {
            return transactions.read(() -> known(arrival));
        }
    }

    private Optional<IdentityRow> known(Arrival arrival) {
        return identities.bySubject(arrival.issuer(), arrival.identity().subject());
    }

    private Optional<IdentityRow> make(Arrival arrival) {
        Identity identity = arrival.identity();
        Account account = new Account(arrival.issuer(), identity.subject());
        Caller asking = Caller.anonymous(CHANNEL).at(arrival.address());
        EmailAddress email = address(identity.email());
        Optional<PersonRow> taken = whoHas(email, address(arrival.login()));
        if (taken.isPresent()) {
            String known = "person:" + taken.get().id();
            audit.record(asking, AuditKind.IDENTITY_REFUSED, known, null, account);
            return Optional.empty();
        }
        Instant now = clock.now();
        PersonRow person = somebody(identity.name().strip(), email, now);
        String loginKey = ExternalSignIn.loginKey(arrival.login());
        IdentityRow bound = new IdentityRow(account.issuer(), account.subject(), person.id(), loginKey, now);
        persons.insert(person);
        identities.bind(bound);
        audit.record(asking, AuditKind.PERSON_MADE, "person:" + person.id());
        audit.record(asking, AuditKind.IDENTITY_BOUND, "person:" + person.id(), null, account);
        return Optional.of(bound);
    }

    private Optional<PersonRow> whoHas(@Nullable EmailAddress given, @Nullable EmailAddress typed) {
        return Stream.of(Optional.ofNullable(given), Optional.ofNullable(typed))
                .flatMap(Optional::stream)
                .flatMap(address -> persons.byEmailKey(address.key()).stream())
                .findFirst();
    }

    /** The address puts nobody into an organization: what its members share is not given to a claim. */
    private PersonRow somebody(String name, @Nullable EmailAddress email, Instant now) {
        String text = email == null ? null : email.text();
        String key = email == null ? null : email.key();
        return PersonRow.customer(new PersonId(ids.next()), name, text, key, null, null, null, now);
    }

    /** Returns an address, or null for what is none: somebody can be known without one. */
    private static @Nullable EmailAddress address(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return EmailAddress.of(text, "email");
        } catch (SwitchboardException noAddress) {
            return null;
        }
    }

    /** A plugin may answer anything. */
    private static boolean isLine(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(unit -> unit < 0x20 || unit == 0x7F)
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
