package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Authenticator;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.ExternalIdentityStore.IdentityRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlExternalIdentityStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExternalSignInTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String HERE = "203.0.113.7";
    private static final String SECRET = "the secret over there";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private SignInBench bench;

    private final Ldap ldap = new Ldap();

    @BeforeEach
    void make() throws IOException {
        bench = new SignInBench(STORE, data);
        bench.customer();
    }

    @Test
    void whoeverIsBoundSignsInByTheOtherSystem() {
        PersonId ada = bound("ldap:example.org", "ada-1");
        ldap.subject = "ada-1";
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        assertThat(bench.signIn(" ADA." + ada + " ", SECRET, HERE).caller().person())
                .isEqualTo(ada);
        failed(() -> bench.signIn("ada." + ada, "something else", HERE));
    }

    @Test
    void anotherSubjectOrAnotherIssuerLetsNobodyIn() {
        PersonId ada = bound("ldap:example.org", "ada-2");
        ldap.subject = "eve";
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        failed(() -> bench.signIn("ada." + ada, SECRET, HERE));
        PersonId bob = bound("ldap:elsewhere.example", "bob");
        ldap.subject = "bob";
        failed(() -> bench.signIn("ada." + bob, SECRET, HERE));
        assertThat(ldap.asked).containsExactly("ada." + ada);
    }

    @Test
    void theAddressAloneIsNoProofAndWhoeverIsNotBoundIsNotAskedFor() {
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        failed(() -> bench.signIn("ada@example.org", SECRET, HERE));
        assertThat(ldap.asked).isEmpty();
    }

    @Test
    void whoeverHasAPasswordHereSignsInWhileAnotherSystemHangsAndIsNotShownIt() {
        PersonId local = bench.customer();
        String login = SignInBench.email(local);
        bind(local, "ldap:example.org", "x-" + local, login);
        ldap.hanging = new CountDownLatch(1);
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        assertThat(bench.signIn(login, SignInBench.PASSWORD, HERE).caller().person())
                .isEqualTo(local);
        failed(() -> bench.signIn(login, SECRET, HERE));
        assertThat(ldap.asked).isEmpty();
    }

    @Test
    void whoeverHasAPasswordHereIsNotLetInByALoginOtherThanTheirAddressEither() {
        PersonId local = bench.customer();
        bind(local, "ldap:example.org", "y-" + local, "login of " + local);
        ldap.subject = "y-" + local;
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        failed(() -> bench.signIn("login of " + local, SECRET, HERE));
        assertThat(ldap.asked).isEmpty();
    }

    @Test
    void nobodyIsAskedForAnAccountThatIsSwitchedOff() throws SQLException {
        PersonId ada = bound("ldap:example.org", "ada-4");
        try (Connection connection = STORE.database().openConnection()) {
            connection.createStatement().execute("update person set active = false where id = '" + ada + "'");
        }
        ldap.subject = "ada-4";
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        failed(() -> bench.signIn("ada." + ada, SECRET, HERE));
        assertThat(ldap.asked).isEmpty();
    }

    @Test
    void aSystemThatThrowsLetsNobodyIn() {
        PersonId ada = bound("ldap:example.org", "ada-3");
        ldap.failure = new IllegalStateException("no directory");
        bench.registry.add(Authenticator.class, "ldap", ldap, Map.of());
        failed(() -> bench.signIn("ada." + ada, SECRET, HERE));
    }

    private PersonId bound(String issuer, String subject) {
        PersonId id = new PersonId(STORE.ids().next());
        STORE.transactions().write(() -> {
            bench.persons.insert(PersonRow.customer(id, "Ada", null, null, null, null, null, bench.clock.instant()));
            return id;
        });
        bind(id, issuer, subject, "ada." + id);
        return id;
    }

    private void bind(PersonId person, String issuer, String subject, String login) {
        STORE.transactions().write(() -> {
            new SqlExternalIdentityStore(STORE.mappers())
                    .bind(new IdentityRow(issuer, subject, person, login, bench.clock.instant()));
            return person;
        });
    }

    private static void failed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED));
    }

    /** A directory that vouches for one subject. */
    private static final class Ldap implements Authenticator {
        final List<String> asked = new ArrayList<>();
        String subject = "";
        CountDownLatch hanging = new CountDownLatch(0);

        @Nullable
        RuntimeException failure;

        @Override
        public String issuer() {
            return "ldap:example.org";
        }

        @Override
        public Optional<Identity> authenticate(String login, char[] secret) {
            asked.add(login.strip().toLowerCase(java.util.Locale.ROOT));
            try {
                hanging.await();
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw failure;
            }
            return SECRET.equals(new String(secret))
                    ? Optional.of(new Identity(subject, "Ada", "ada@example.org", Set.of()))
                    : Optional.empty();
        }
    }
}
