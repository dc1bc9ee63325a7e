package io.switchboard.core.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.SessionRow;
import io.switchboard.core.store.people.AccessStore.TokenRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs people in and out, and knows who sends a request. What a request may do is remembered for two seconds, so that a
 * change made on another node holds everywhere within that time; one made here holds at once.
 */
@Component(service = {Sessions.class, RequestAuthenticator.class})
public final class Sessions implements RequestAuthenticator {
    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final String CHANNEL = "api";

    private final Transactions transactions;
    private final AccessStore access;
    private final PersonStore persons;
    private final Callers callers;
    private final IdGenerator ids;
    private final PublicAddress address;
    private final Clock clock;
    private final AdministratorToken administrator;
    private final AtomicLong changes = new AtomicLong();
    private final SignInBudget budget = new SignInBudget();
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    /** A caller who was found out, with the token that guards a session's changes. */
    private record Known(Caller caller, @Nullable String csrfToken) {}

    /** A session that began: its secret for the cookie, and the token to send with changes. */
    public record Begun(String secret, String csrfToken, Caller caller) {}

    /** An API token that was made; the secret is shown once. */
    public record MadeToken(
            UUID id, String name, String secret, @Nullable Instant expiresAt) {}

    /** Makes it. */
    @Activate
    public Sessions(
            @Reference Transactions transactions,
            @Reference AccessStore access,
            @Reference PersonStore persons,
            @Reference Callers callers,
            @Reference IdGenerator ids,
            @Reference FrontDoor door,
            @Reference AdministratorToken administrator) {
        this(transactions, access, persons, callers, ids, door.publicAddress(), administrator, Clock.systemUTC());
    }

    Sessions(
            Transactions transactions,
            AccessStore access,
            PersonStore persons,
            Callers callers,
            IdGenerator ids,
            PublicAddress address,
            AdministratorToken administrator,
            Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.persons = persons;
        this.callers = callers;
        this.ids = ids;
        this.address = address;
        this.administrator = administrator;
        this.clock = clock;
    }

    /**
     * Signs somebody in; always a new session.
     *
     * @throws SwitchboardException with {@code sign-in-failed}, whatever it was that did not fit, or {@code
     *     too-many-requests}
     */
    public Begun signIn(String email, String password, String address) {
        String account = accountKey(email);
        budget.check(account, address);
        Optional<PersonRow> person = transactions.read(() -> persons.byEmailKey(account));
        if (!holds(person, password)) {
            budget.failed(account, address);
            throw new SwitchboardException(
                    ErrorCode.SIGN_IN_FAILED, "Check the address and the password, then try again");
        }
        budget.succeeded(account);
        return begin(person.orElseThrow().id());
    }

    private boolean holds(Optional<PersonRow> person, String password) {
        Optional<String> hash =
                person.filter(PersonRow::active).flatMap(row -> transactions.read(() -> access.passwordHash(row.id())));
        if (hash.isEmpty()) {
            Passwords.compareWithNobody(password);
            return false;
        }
        return Passwords.fits(password, hash.get());
    }

    /** Begins a session of somebody who proved who they are. */
    public Begun begin(PersonId person) {
        Instant now = now();
        String secret = Secrets.next();
        String csrfToken = Secrets.next();
        return transactions.write(() -> {
            access.deleteExpired(now);
            access.insertSession(new SessionRow(Secrets.hash(secret), person, csrfToken, now, now, now.plus(LONGEST)));
            return new Begun(secret, csrfToken, callers.of(person, CHANNEL).orElseThrow());
        });
    }

    /** Ends a session at once; nothing happens if there is none. */
    public void signOut(String secret) {
        String hash = Secrets.hash(secret);
        transactions.write(() -> {
            access.deleteSession(hash);
            transactions.afterCommit(() -> forget(hash));
            return hash;
        });
    }

    /** Ends all sessions of a person and forgets what was known of callers, as after a change of rights. */
    public void endAll(PersonId person) {
        transactions.write(() -> {
            access.deleteSessions(person);
            transactions.afterCommit(this::forget);
            return person;
        });
    }

    /**
     * Forgets what was known of callers, so that a change of roles or teams holds at once; to be called after its commit.
     */
    public void forget() {
        changes.incrementAndGet();
        known.invalidateAll();
    }

    private void forget(String hash) {
        changes.incrementAndGet();
        known.invalidate(hash);
    }

    /** Makes an API token with the rights of its person. */
    public MadeToken makeToken(PersonId person, String name, @Nullable Instant expiresAt) {
        String secret = "sb_" + Secrets.next();
        UUID id = ids.next();
        transactions.write(() -> {
            access.insertToken(new TokenRow(id, person, name, Secrets.hash(secret), now(), expiresAt, null));
            return id;
        });
        return new MadeToken(id, name, secret, expiresAt);
    }

    /** Returns a person's API tokens, without their secrets. */
    public List<TokenRow> tokens(PersonId person) {
        return transactions.read(() -> access.tokensOf(person));
    }

    /** Removes an API token at once; false if the person has no such token. */
    public boolean removeToken(PersonId person, UUID id) {
        return transactions.write(() -> {
            transactions.afterCommit(this::forget);
            return access.deleteToken(person, id);
        });
    }

    @Override
    public Caller authenticate(Credentials credentials) {
        String bearer = credentials.bearer();
        if (bearer != null) {
            return administrator
                    .caller(bearer, credentials.remoteAddress())
                    .orElseGet(
                            () -> lookUp(Secrets.hash(bearer), false).caller().at(credentials.remoteAddress()));
        }
        String session = credentials.session();
        if (session == null || session.isEmpty()) {
            return Caller.anonymous(CHANNEL).at(credentials.remoteAddress());
        }
        Known found = lookUp(Secrets.hash(session), true);
        if (credentials.changing()) {
            guard(found, credentials);
        }
        return found.caller().at(credentials.remoteAddress());
    }

    /** Returns the token that a session sends with its changes, or null without a session. */
    public @Nullable String csrfToken(String secret) {
        return lookUp(Secrets.hash(secret), true).csrfToken();
    }

    @Override
    public boolean isOwnOrigin(String origin) {
        return address.isOwn(origin);
    }

    private void guard(Known found, Credentials credentials) {
        String expected = found.csrfToken();
        String sent = credentials.csrfToken();
        boolean fits = expected != null
                && sent != null
                && MessageDigest.isEqual(expected.getBytes(UTF_8), sent.getBytes(UTF_8));
        boolean own = credentials.origin() == null || address.isOwn(credentials.origin());
        if (!fits || !own) {
            throw new SwitchboardException(
                    ErrorCode.CSRF_REFUSED, "Send the session's token in X-CSRF-Token, from a page of this desk");
        }
    }

    private Known lookUp(String hash, boolean session) {
        Known remembered = known.getIfPresent(hash);
        if (remembered != null) {
            return remembered;
        }
        long before = changes.get();
        Known found = (session ? session(hash) : token(hash))
                .orElseThrow(() -> new SwitchboardException(
                        ErrorCode.SIGN_IN_REQUIRED, "The session or token is not valid any more; sign in again"));
        if (changes.get() == before) {
            known.put(hash, found);
        }
        if (changes.get() != before) {
            known.invalidate(hash);
        }
        return found;
    }

    private Optional<Known> session(String hash) {
        Instant now = now();
        Optional<SessionRow> row = transactions
                .read(() -> access.session(hash))
                .filter(found -> found.expiresAt().isAfter(now))
                .filter(found -> found.seenAt().plus(IDLE).isAfter(now));
        row.filter(found -> found.seenAt().plus(TOUCH).isBefore(now))
                .ifPresent(found -> transactions.write(() -> {
                    access.touchSession(hash, now);
                    return found;
                }));
        return row.flatMap(found -> transactions
                .read(() -> callers.of(found.person(), CHANNEL))
                .map(caller -> new Known(caller, found.csrfToken())));
    }

    private Optional<Known> token(String hash) {
        Instant now = now();
        return transactions
                .read(() -> access.tokenByHash(hash))
                .filter(token -> token.expiresAt() == null || token.expiresAt().isAfter(now))
                .flatMap(token -> transactions.read(() -> callers.of(token.person(), CHANNEL)))
                .map(caller -> new Known(caller, null));
    }

    private static String accountKey(String email) {
        try {
            return EmailAddress.of(email, "email").key();
        } catch (SwitchboardException noAddress) {
            return "";
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
