package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Authenticator;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.SignInPolicy.Terms;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.AuditQuery;
import io.switchboard.core.store.audit.AuditRow;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.people.PersonRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExternalNewcomersTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String HERE = "203.0.113.7";
    private static final String SECRET = "the secret over there";
    private static final Caller ADMINISTRATOR =
            Caller.person(new PersonId(UUID.randomUUID()), EnumSet.allOf(Right.class), "api");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final Directory directory = new Directory();
    private final String login = "eve." + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private SignInBench bench;

    @BeforeEach
    void make() throws IOException {
        bench = new SignInBench(STORE, data);
        bench.customer();
        directory.subject = "subject of " + login;
        directory.email = login + "@example.org";
        bench.registry.add(Authenticator.class, "directory", directory, Map.of());
        allow(Set.of("directory:example.org"));
    }

    @Test
    void somebodyUnknownBecomesACustomerAndIsFoundAgainByTheirSubject() {
        Caller eve = bench.signIn(login, SECRET, HERE).caller();
        assertThat(eve.rights()).containsExactly(Right.TICKET_OPEN);
        PersonId id = Objects.requireNonNull(eve.person());
        PersonRow row = STORE.transactions().read(() -> bench.persons.find(id)).orElseThrow();
        assertThat(row.name()).isEqualTo("Eve");
        assertThat(row.email()).isEqualTo(directory.email);
        assertThat(STORE.transactions().read(() -> bench.persons.isAgent(id))).isFalse();

        assertThat(bench.signIn(login, SECRET, HERE).caller().person()).isEqualTo(id);
        directory.email = "renamed." + directory.email;
        assertThat(bench.signIn("renamed." + login, SECRET, HERE).caller().person())
                .isEqualTo(id);
        assertThat(kinds(id)).contains("person.made", "identity.bound", "session.begun");
    }

    @Test
    void nobodyIsBroughtUnlessTheIssuerMay() {
        for (Set<String> issuers : List.of(Set.<String>of(), Set.of("directory:elsewhere.example"))) {
            allow(issuers);
            failed(() -> bench.signIn(login, SECRET, HERE));
        }
        assertThat(directory.asked).isEmpty();
    }

    @Test
    void whoseAddressIsTakenIsRefusedAndTheRefusalRecorded() {
        PersonId ada = bench.customer();
        directory.email = SignInBench.email(ada);
        failed(() -> bench.signIn(login, SECRET, HERE));
        assertThat(kinds(ada)).contains("identity.refused").doesNotContain("identity.bound");
        directory.email = null;
        failed(() -> bench.signIn(SignInBench.email(ada), SECRET, HERE));
        assertThat(directory.asked).containsExactly(login);
    }

    @Test
    void whoTypesTheAddressOfSomebodyWithoutAPasswordIsNotTakenForThem() {
        String taken = "without." + login + "@example.org";
        PersonId ada = new PersonId(STORE.ids().next());
        STORE.transactions().write(() -> {
            bench.persons.insert(PersonRow.customer(ada, "Ada", taken, taken, null, null, null, bench.clock.instant()));
            return ada;
        });
        directory.email = null;
        failed(() -> bench.signIn(taken, SECRET, HERE));
        assertThat(kinds(ada)).contains("identity.refused");
    }

    @Test
    void nonsenseOfADirectoryMakesNobody() {
        for (String nonsense : List.of("", " ", "x\ny", "x".repeat(201), "\ud800")) {
            directory.subject = nonsense;
            failed(() -> bench.signIn(login, SECRET, HERE));
        }
        directory.subject = "fine";
        directory.name = "\u0000";
        failed(() -> bench.signIn("other." + login, SECRET, HERE));
    }

    @Test
    void tenAtOnceBecomeOnePerson() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Optional<PersonId>>> arrivals = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            arrivals.add(threads.submit(() -> {
                start.await();
                return Optional.ofNullable(
                        bench.signIn(login, SECRET, HERE).caller().person());
            }));
        }
        start.countDown();
        List<Optional<PersonId>> people = new ArrayList<>();
        for (Future<Optional<PersonId>> arrival : arrivals) {
            people.add(arrival.get());
        }
        threads.shutdown();
        assertThat(people).doesNotContain(Optional.empty());
        assertThat(Set.copyOf(people)).hasSize(1);
    }

    @Test
    void failuresWithOneLoginLeaveOthersTheirBudget() {
        for (int failure = 0; failure < 10; failure++) {
            failed(() -> bench.signIn(login, "not this", HERE));
        }
        assertThatThrownBy(() -> bench.signIn(login, SECRET, HERE))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        assertThat(bench.signIn("other." + login, SECRET, HERE)).isNotNull();
    }

    private void allow(Set<String> issuers) {
        long version = bench.policy.get(ADMINISTRATOR).version();
        bench.policy.replace(ADMINISTRATOR, new Terms(Set.of(), issuers), version);
    }

    private List<String> kinds(PersonId person) {
        AuditQuery query = new AuditQuery(null, null, "person:" + person, null, null, null, 100);
        return STORE.transactions().read(() -> new SqlAuditStore(STORE.mappers()).list(query)).stream()
                .map(AuditRow::kind)
                .toList();
    }

    private static void failed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED));
    }

    /** A directory that knows one subject, by any login. */
    private static final class Directory implements Authenticator {
        final List<String> asked = new ArrayList<>();
        String subject = "";
        String name = "Eve";

        @Nullable
        String email;

        @Override
        public String issuer() {
            return "directory:example.org";
        }

        @Override
        public synchronized Optional<Identity> authenticate(String login, char[] secret) {
            asked.add(login);
            return SECRET.equals(new String(secret))
                    ? Optional.of(new Identity(subject, name, email, Set.of("staff")))
                    : Optional.empty();
        }
    }
}
