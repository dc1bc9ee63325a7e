package io.switchboard.core.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.SecondFactorStore;
import io.switchboard.core.store.people.SecondFactorStore.SecretRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A second proof of who somebody is: the codes of an authenticator app (RFC 6238), or one of ten recovery codes. Each
 * code is taken once.
 */
@Component(service = SecondFactor.class)
public final class SecondFactor {
    private static final String PURPOSE = "second-factor";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final SecondFactorStore store;
    private final AccessStore access;
    private final PersonStore persons;
    private final SignInPolicy policy;
    private final SignInBudget budget;
    private final KnownCallers known;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    /** A secret that waits for its first code; shown once. */
    public record Proposed(String secret, String uri) {}

    /** How a person stands. */
    public record State(boolean confirmed, boolean required, int recoveryCodesLeft) {}

    /** What came of looking at a code. */
    enum Verdict {
        /** It fits, or none is needed. */
        FITS,
        /** One is needed. */
        MISSING,
        /** It does not fit, or was taken before. */
        WRONG
    }

    /** Makes it. */
    @Activate
    public SecondFactor(
            @Reference Transactions transactions,
            @Reference SecondFactorStore store,
            @Reference AccessStore access,
            @Reference PersonStore persons,
            @Reference SignInPolicy policy,
            @Reference SignInBudget budget,
            @Reference KnownCallers known,
            @Reference Vault vault,
            @Reference AuditLog audit) {
        this(transactions, store, access, persons, policy, budget, known, vault, audit, Clock.systemUTC());
    }

    SecondFactor(
            Transactions transactions,
            SecondFactorStore store,
            AccessStore access,
            PersonStore persons,
            SignInPolicy policy,
            SignInBudget budget,
            KnownCallers known,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.access = access;
        this.persons = persons;
        this.policy = policy;
        this.budget = budget;
        this.known = known;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns how the caller stands. */
    public State state(Caller caller) {
        PersonId person = AccessPolicy.requirePerson(caller);
        return transactions.read(() -> new State(
                store.confirmed(person),
                policy.demandsSecondFactor(access.rolesOf(person)),
                store.recoveryCodes(person)));
    }

    /**
     * Makes a secret for the caller's app, which counts once {@link #confirm} has seen a code of it.
     *
     * @throws SwitchboardException with {@code already-exists} if they have a confirmed one
     */
    public Proposed propose(Caller caller) {
        PersonId person = AccessPolicy.requirePerson(caller);
        byte[] key = random(SECRET_BYTES);
        String sealed = vault.seal(PURPOSE, Base64.getEncoder().encodeToString(key));
        PersonRow row = transactions.write(() -> {
            if (!store.propose(person, sealed, now())) {
                throw new SwitchboardException(
                        ErrorCode.ALREADY_EXISTS, "You have an authenticator app already; remove it first");
            }
            return persons.find(person).orElseThrow();
        });
        String secret = Totp.base32(key);
        String account = row.email() == null ? row.name() : row.email();
        return new Proposed(
                secret, "otpauth://totp/Switchboard:" + escaped(account) + "?secret=" + secret + "&issuer=Switchboard");
    }

    /**
     * Confirms the caller's secret by a code of it.
     *
     * @return their recovery codes, shown once
     * @throws SwitchboardException with {@code invalid-field} if the code does not fit
     */
    public List<String> confirm(Caller caller, String code) {
        PersonId person = AccessPolicy.requirePerson(caller);
        List<String> codes = Stream.generate(SecondFactor::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        guarded(person, caller, () -> {
            Optional<SecretRow> secret = store.secret(person).filter(row -> row.lastStep() == null);
            if (secret.isEmpty() || !takes(person, secret.get(), code)) {
                return false;
            }
            store.putRecoveryCodes(
                    person, codes.stream().map(SecondFactor::hash).toList());
            audit.record(caller, AuditKind.SECOND_FACTOR_ADDED, "person:" + person);
            transactions.afterCommit(known::forget);
            return true;
        });
        return codes;
    }

    /** Removes the caller's app, by a code of it or a recovery code. */
    public void remove(Caller caller, String code) {
        PersonId person = AccessPolicy.requirePerson(caller);
        guarded(person, caller, () -> {
            boolean fits = store.confirmed(person) && check(person, caller, code) == Verdict.FITS;
            if (fits) {
                forget(caller, person);
            }
            return fits;
        });
    }

    /** Removes somebody's app, as when they lost it; in the caller's transaction, who has checked that it may be done. */
    public void forget(Caller caller, PersonId person) {
        if (store.remove(person, now())) {
            audit.record(caller, AuditKind.SECOND_FACTOR_REMOVED, "person:" + person);
            transactions.afterCommit(known::forget);
        }
    }

    /** Looks at the code that somebody gave besides their password, and takes it; in the caller's transaction. */
    Verdict check(PersonId person, Caller caller, @Nullable String code) {
        Optional<SecretRow> secret = store.secret(person).filter(row -> row.lastStep() != null);
        if (secret.isEmpty()) {
            return Verdict.FITS;
        }
        if (code == null || code.isBlank()) {
            return Verdict.MISSING;
        }
        if (takes(person, secret.get(), code)) {
            return Verdict.FITS;
        }
        if (store.useRecoveryCode(person, hash(code))) {
            audit.record(caller, AuditKind.SECOND_FACTOR_RECOVERED, "person:" + person);
            return Verdict.FITS;
        }
        return Verdict.WRONG;
    }

    private boolean takes(PersonId person, SecretRow secret, String code) {
        byte[] key = Base64.getDecoder().decode(vault.open(PURPOSE, secret.sealed()));
        OptionalLong step = Totp.stepOf(code.replace(" ", ""), key, clock.instant());
        return step.isPresent() && store.useStep(person, step.getAsLong(), now());
    }

    private void guarded(PersonId person, Caller caller, java.util.function.BooleanSupplier work) {
        String address = String.valueOf(caller.address());
        try (SignInBudget.Try attempt = budget.begin("second-factor:" + person, address)) {
            if (!transactions.write(work::getAsBoolean)) {
                attempt.failed();
                throw SwitchboardException.field("code", "must be the present code of your authenticator app");
            }
            attempt.succeeded();
        }
    }

    private static String recoveryCode() {
        String text = Totp.base32(random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
        return String.join("-", text.substring(0, 4), text.substring(4, 8), text.substring(8, 12), text.substring(12));
    }

    private static String hash(String recoveryCode) {
        return Secrets.hash(recoveryCode.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
