package io.switchboard.core.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.people.SecondFactor.Verdict;
import io.switchboard.core.people.Sessions.Begun;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs people in by what they know and have. Whatever does not fit, the answer and the time that it takes are the same. */
@Component(service = SignIn.class)
public final class SignIn {
    private static final String CHANNEL = "api";
    private static final String UNKNOWN = "person:unknown";
    private static final int LONGEST = 254;
    /** What counts as a failed try to sign in by a link. */
    private static final Set<ErrorCode> FAILURES = Set.of(ErrorCode.LINK_NOT_VALID, ErrorCode.SIGN_IN_FAILED);

    private final Transactions transactions;
    private final AccessStore access;
    private final PersonStore persons;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final ExternalSignIn external;
    private final SignInBudget budget;
    private final AuditLog audit;

    /**
     * What somebody gives to sign in.
     *
     * @param email the address, or the login at another system, at most 254 characters
     * @param password the password
     * @param code the code of an authenticator app or a recovery code, or null
     * @param address the network address that it comes from
     */
    public record Proof(
            String email, String password, @Nullable String code, String address) {}

    private record Outcome(Verdict verdict, @Nullable Begun begun) {}

    /** Makes it. */
    @Activate
    public SignIn(
            @Reference Transactions transactions,
            @Reference AccessStore access,
            @Reference PersonStore persons,
            @Reference Sessions sessions,
            @Reference SecondFactor secondFactor,
            @Reference ExternalSignIn external,
            @Reference SignInBudget budget,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.access = access;
        this.persons = persons;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.external = external;
        this.budget = budget;
        this.audit = audit;
    }

    /**
     * Signs somebody in; always a new session.
     *
     * @throws SwitchboardException with {@code sign-in-failed}, whatever it was that did not fit; {@code code-required} if
     *     the password fits and a code is needed as well; or {@code too-many-requests}
     */
    public Begun signIn(Proof proof) {
        String account = accountKey(proof.email());
        try (SignInBudget.Try attempt = budget.begin(account, proof.address())) {
            Optional<PersonRow> person = transactions.read(() -> persons.byEmailKey(account));
            Optional<PersonId> proven = prove(proof, person);
            if (proven.isEmpty()) {
                attempt.failed();
                refuse(proof, person.map(PersonRow::id));
                throw failure();
            }
            Begun begun = admit(proven.get(), proof, attempt);
            attempt.succeeded();
            return begun;
        }
    }

    /**
     * Begins a session by a link; it is used up only if the code fits as well, where one is needed. A link that is not
     * valid counts as a failed try, as a wrong code does.
     *
     * @param use uses the link up and returns whose it was; runs in the transaction
     * @throws SwitchboardException with {@code link-not-valid}; {@code code-required} or {@code sign-in-failed} if a code
     *     is missing or wrong; or {@code too-many-requests}
     */
    public Begun byLink(String token, @Nullable String code, String address, Supplier<PersonId> use) {
        Caller asking = Caller.anonymous(CHANNEL).at(address);
        try (SignInBudget.Try attempt = budget.begin("link:" + Secrets.hash(token), address)) {
            try {
                return transactions.write(() -> {
                    PersonId person = use.get();
                    return switch (secondFactor.check(person, asking, code)) {
                        case MISSING -> throw codeRequired();
                        case WRONG -> throw failure();
                        case FITS -> begin(person, address);
                    };
                });
            } catch (SwitchboardException refusal) {
                if (FAILURES.contains(refusal.code())) {
                    attempt.failed();
                    audit.record(asking, AuditKind.SESSION_REFUSED, UNKNOWN);
                }
                throw refusal;
            }
        }
    }

    private Begun admit(PersonId person, Proof proof, SignInBudget.Try attempt) {
        Caller asking = Caller.anonymous(CHANNEL).at(proof.address());
        Outcome outcome = transactions.write(() -> {
            Verdict verdict = secondFactor.check(person, asking, proof.code());
            return new Outcome(verdict, verdict == Verdict.FITS ? begin(person, proof.address()) : null);
        });
        Begun begun = outcome.begun();
        if (begun != null) {
            return begun;
        }
        if (outcome.verdict() == Verdict.MISSING) {
            throw codeRequired();
        }
        attempt.failed();
        refuse(proof, Optional.of(person));
        throw failure();
    }

    private Begun begin(PersonId person, String address) {
        Begun begun = sessions.begin(person);
        audit.record(begun.caller().at(address), AuditKind.SESSION_BEGUN, "person:" + person);
        return begun;
    }

    /** What was typed is not recorded: people type passwords into the wrong field. */
    private void refuse(Proof proof, Optional<PersonId> person) {
        Caller asking = Caller.anonymous(CHANNEL).at(proof.address());
        audit.record(
                asking,
                AuditKind.SESSION_REFUSED,
                person.map(id -> "person:" + id).orElse(UNKNOWN));
    }

    /** A local password is never stood in for by another system. */
    private Optional<PersonId> prove(Proof proof, Optional<PersonRow> person) {
        Optional<String> hash =
                person.filter(PersonRow::active).flatMap(row -> transactions.read(() -> access.passwordHash(row.id())));
        if (hash.isPresent()) {
            return person.map(PersonRow::id).filter(id -> Passwords.fits(proof.password(), hash.get()));
        }
        Passwords.compareWithNobody(proof.password());
        return external.prove(proof.email(), proof.password(), proof.address());
    }

    private static SwitchboardException failure() {
        return new SwitchboardException(
                ErrorCode.SIGN_IN_FAILED, "Check the address, the password and the code, then try again");
    }

    private static SwitchboardException codeRequired() {
        return new SwitchboardException(
                ErrorCode.CODE_REQUIRED, "Send the code of your authenticator app, or a recovery code, as well");
    }

    /** Logins at other systems have a budget each, as addresses have; nobody's address begins like that. */
    private static String accountKey(String email) {
        try {
            return EmailAddress.of(email, "email").key();
        } catch (SwitchboardException noAddress) {
            return email.length() <= LONGEST ? "login:" + ExternalSignIn.loginKey(email) : "";
        }
    }
}
