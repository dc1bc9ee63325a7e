package io.switchboard.core.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.people.KnownCallers.Known;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.SessionRow;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.PublicAddress;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins and ends sessions, and knows who sends a request. */
@Component(service = {Sessions.class, RequestAuthenticator.class})
public final class Sessions implements RequestAuthenticator {
    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final String CHANNEL = "api";

    private final Transactions transactions;
    private final AccessStore access;
    private final Callers callers;
    private final KnownCallers known;
    private final AuditLog audit;
    private final PublicAddress address;
    private final AdministratorToken administrator;
    private final Clock clock;

    /** A session that began: its secret for the cookie, and the token to send with changes. */
    public record Begun(String secret, String csrfToken, Caller caller) {}

    /** Makes it. */
    @Activate
    public Sessions(
            @Reference Transactions transactions,
            @Reference AccessStore access,
            @Reference Callers callers,
            @Reference KnownCallers known,
            @Reference AuditLog audit,
            @Reference FrontDoor door,
            @Reference AdministratorToken administrator) {
        this(transactions, access, callers, known, audit, door.publicAddress(), administrator, Clock.systemUTC());
    }

    Sessions(
            Transactions transactions,
            AccessStore access,
            Callers callers,
            KnownCallers known,
            AuditLog audit,
            PublicAddress address,
            AdministratorToken administrator,
            Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.callers = callers;
        this.known = known;
        this.audit = audit;
        this.address = address;
        this.administrator = administrator;
        this.clock = clock;
    }

    /** Begins a session of somebody who proved who they are; always a new one. */
    public Begun begin(PersonId person) {
        Instant now = now();
        String secret = Secrets.next();
        String csrfToken = Secrets.next();
        return transactions.write(() -> {
            access.deleteExpiredSessions(now);
            access.insertSession(new SessionRow(Secrets.hash(secret), person, csrfToken, now, now, now.plus(LONGEST)));
            return new Begun(secret, csrfToken, callers.of(person, CHANNEL).orElseThrow(Sessions::unknown));
        });
    }

    /** Ends a session at once, with the event streams that it opened; nothing happens if there is none. */
    public void signOut(Caller caller, String secret) {
        String hash = Secrets.hash(secret);
        transactions.write(() -> {
            access.deleteSession(hash);
            audit.record(caller, AuditKind.SESSION_ENDED, "person:" + caller.person());
            transactions.afterCommit(() -> known.ended(hash));
            return hash;
        });
    }

    /** Ends all sessions of a person at once, with the event streams that they opened. */
    public void endAll(PersonId person) {
        transactions.write(() -> {
            access.deleteSessions(person);
            transactions.afterCommit(known::ended);
            return person;
        });
    }

    @Override
    public Caller authenticate(Credentials credentials) {
        String session = credentials.session();
        if (credentials.bearer() == null && (session == null || session.isEmpty())) {
            return Caller.anonymous(CHANNEL).at(credentials.remoteAddress());
        }
        return caller(credentials, true);
    }

    @Override
    public Optional<Caller> recheck(Credentials credentials) {
        try {
            return Optional.of(caller(credentials, false));
        } catch (SwitchboardException refusal) {
            if (refusal.code() == ErrorCode.SIGN_IN_REQUIRED) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public AutoCloseable onEnd(Runnable listener) {
        return known.onEnd(listener);
    }

    private Caller caller(Credentials credentials, boolean uses) {
        String bearer = credentials.bearer();
        if (bearer != null) {
            return administrator
                    .caller(bearer, credentials.remoteAddress())
                    .orElseGet(() -> token(bearer).caller().at(credentials.remoteAddress()));
        }
        Known found = session(String.valueOf(credentials.session()), uses);
        if (credentials.changing()) {
            guard(found, credentials);
        }
        return found.caller().at(credentials.remoteAddress());
    }

    /** Returns the token that a session sends with its changes, or null without a session. */
    public @Nullable String csrfToken(String secret) {
        return session(secret, true).csrfToken();
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

    private Known session(String secret, boolean uses) {
        String hash = Secrets.hash(secret);
        return known.find(hash, () -> lookUp(hash, uses)).orElseThrow(Sessions::unknown);
    }

    private Optional<Known> lookUp(String hash, boolean uses) {
        Instant now = now();
        Optional<SessionRow> row = transactions
                .read(() -> access.session(hash))
                .filter(found -> found.expiresAt().isAfter(now))
                .filter(found -> found.seenAt().plus(IDLE).isAfter(now));
        row.filter(found -> uses && found.seenAt().plus(TOUCH).isBefore(now))
                .ifPresent(found -> transactions.write(() -> {
                    access.touchSession(hash, now);
                    return found;
                }));
        return row.flatMap(found -> transactions
                .read(() -> callers.of(found.person(), CHANNEL))
                .map(caller -> new Known(caller, found.csrfToken())));
    }

    private Known token(String secret) {
        String hash = Secrets.hash(secret);
        Instant now = now();
        return known.find(
                        hash,
                        () -> transactions
                                .read(() -> access.tokenByHash(hash))
                                .filter(token -> token.expiresAt() == null
                                        || token.expiresAt().isAfter(now))
                                .flatMap(token -> transactions.read(() -> callers.of(token.person(), CHANNEL)))
                                .map(caller -> new Known(caller, null)))
                .orElseThrow(Sessions::unknown);
    }

    private static SwitchboardException unknown() {
        return new SwitchboardException(
                ErrorCode.SIGN_IN_REQUIRED, "The session or token is not valid any more; sign in again");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
