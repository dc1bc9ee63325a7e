package io.switchboard.core.people;

import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlAccessStore;
import io.switchboard.core.store.people.SqlExternalIdentityStore;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.SqlSecondFactorStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import io.switchboard.core.web.PublicAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** All that signing in needs, on a real store and with a clock that a test steps. */
final class SignInBench {
    static final String PASSWORD = "a long enough password";
    private static final String HASH = Passwords.hash(PASSWORD);

    final StoreTestbed store;
    final SteppingClock clock = new SteppingClock();
    final AccessStore access;
    final SqlPersonStore persons;
    final FakeRegistry registry = new FakeRegistry();
    final KnownCallers known = new KnownCallers();
    final AuditLog audit;
    final SignInPolicy policy;
    final SecondFactor secondFactor;
    final Sessions sessions;
    final SignIn signIn;
    final ApiTokens tokens;

    SignInBench(StoreTestbed store, Path data) throws IOException {
        this.store = store;
        access = new SqlAccessStore(store.mappers());
        persons = new SqlPersonStore(store.mappers());
        SqlSecondFactorStore secondFactors = new SqlSecondFactorStore(store.mappers());
        SqlSettingStore settings = new SqlSettingStore(store.transactions(), store.mappers());
        audit = new AuditLog(store.transactions(), new SqlAuditStore(store.mappers()), store.ids());
        policy = new SignInPolicy(store.transactions(), settings, access, known, audit);
        SignInBudget budget = new SignInBudget();
        secondFactor = new SecondFactor(
                store.transactions(),
                secondFactors,
                access,
                persons,
                policy,
                budget,
                known,
                new Vault(data),
                audit,
                clock);
        sessions = new Sessions(
                store.transactions(),
                access,
                new Callers(persons, access, secondFactors, policy),
                known,
                audit,
                PublicAddress.of("https://desk.example"),
                new AdministratorToken(data),
                clock);
        SqlExternalIdentityStore identities = new SqlExternalIdentityStore(store.mappers());
        ExternalSignIn external = new ExternalSignIn(
                store.transactions(),
                identities,
                persons,
                access,
                registry,
                new BoundedPluginCalls(new Quarantine()),
                policy,
                new ExternalNewcomers(
                        store.transactions(),
                        identities,
                        persons,
                        audit,
                        store.ids(),
                        new io.switchboard.core.desk.SteppingClock()));
        signIn = new SignIn(store.transactions(), access, persons, sessions, secondFactor, external, budget, audit);
        tokens = new ApiTokens(store.transactions(), access, known, audit, store.ids());
    }

    /** Makes a customer with the password, and returns their id; their address is {@link #email}. */
    PersonId customer() {
        PersonId id = new PersonId(store.ids().next());
        Instant now = clock.instant();
        store.transactions().write(() -> {
            persons.insert(PersonRow.customer(id, "Ada", email(id), email(id), null, null, null, now));
            access.putPasswordHash(id, HASH, now);
            if (access.roles().stream().noneMatch(role -> role.id().equals(BuiltInRole.CUSTOMER.id()))) {
                role(BuiltInRole.CUSTOMER.id(), List.of(Right.TICKET_OPEN.id()));
            }
            return id;
        });
        return id;
    }

    void role(String id, List<String> rights) {
        Instant now = clock.instant();
        store.transactions().write(() -> {
            access.insertRole(new RoleRow(id, id, Json.write(rights), true, 1, now, now));
            return id;
        });
    }

    static String email(PersonId id) {
        return "ada." + id + "@example.org";
    }

    Sessions.Begun signIn(String email, String password, String address) {
        return signIn.signIn(new SignIn.Proof(email, password, null, address));
    }

    /** A clock that stands until it is stepped. */
    static final class SteppingClock extends Clock {
        private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        void step(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
