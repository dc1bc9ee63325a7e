package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlAccessStore;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.web.PublicAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String PASSWORD = "a long enough password";
    private static final String HASH = Passwords.hash(PASSWORD);
    private static final String HERE = "203.0.113.7";

    private final AccessStore access = new SqlAccessStore(STORE.mappers());
    private final SqlPersonStore persons = new SqlPersonStore(STORE.mappers());
    private final SteppingClock clock = new SteppingClock();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @SuppressWarnings("NullAway.Init")
    private PersonId ada;

    @SuppressWarnings("NullAway.Init")
    private String email;

    @BeforeEach
    void makeAda() {
        sessions = new Sessions(
                STORE.transactions(),
                access,
                persons,
                new Callers(persons, access),
                STORE.ids(),
                PublicAddress.of("https://desk.example"),
                new AdministratorToken(data),
                clock);
        ada = new PersonId(STORE.ids().next());
        email = "ada." + ada + "@example.org";
        Instant now = clock.instant();
        STORE.transactions().write(() -> {
            persons.insert(PersonRow.customer(ada, "Ada", email, email, null, null, null, now));
            access.putPasswordHash(ada, HASH, now);
            if (access.roles().isEmpty()) {
                String rights = Json.write(List.of(Right.TICKET_OPEN.id()));
                access.insertRole(new RoleRow(BuiltInRole.CUSTOMER.id(), "Customer", rights, true, 1, now, now));
            }
            return ada;
        });
    }

    @Test
    void whoSignsInIsKnownAfterwardsWithTheRightsOfACustomer() {
        Sessions.Begun begun = sessions.signIn(email.toUpperCase(Locale.ROOT), PASSWORD, HERE);
        Caller caller = sessions.authenticate(reading(begun.secret()));
        assertThat(caller.person()).isEqualTo(ada);
        assertThat(caller.rights()).containsExactly(Right.TICKET_OPEN);
        assertThat(caller.address()).isEqualTo(HERE);
    }

    @Test
    void eachSignInHasASecretOfItsOwnThatNobodyCouldHaveFixed() {
        Sessions.Begun first = sessions.signIn(email, PASSWORD, HERE);
        Sessions.Begun second = sessions.signIn(email, PASSWORD, HERE);
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(second.csrfToken()).isNotEqualTo(first.csrfToken());
        refused(() -> sessions.authenticate(reading("chosen-by-somebody")), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void signingOutHoldsAtOnceAlthoughTheCallerIsRemembered() {
        Sessions.Begun begun = sessions.signIn(email, PASSWORD, HERE);
        sessions.authenticate(reading(begun.secret()));
        sessions.signOut(begun.secret());
        refused(() -> sessions.authenticate(reading(begun.secret())), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void endingAllSessionsOfSomebodyHoldsAtOnceAndLeavesOthersAlone() {
        Sessions.Begun one = sessions.signIn(email, PASSWORD, HERE);
        Sessions.Begun two = sessions.signIn(email, PASSWORD, HERE);
        sessions.authenticate(reading(one.secret()));
        PersonId other = ada;
        makeAda();
        Sessions.Begun others = sessions.signIn(email, PASSWORD, HERE);
        sessions.endAll(other);
        refused(() -> sessions.authenticate(reading(one.secret())), ErrorCode.SIGN_IN_REQUIRED);
        refused(() -> sessions.authenticate(reading(two.secret())), ErrorCode.SIGN_IN_REQUIRED);
        assertThat(sessions.authenticate(reading(others.secret())).person()).isEqualTo(ada);
    }

    @Test
    void aSessionThatIsNotUsedEndsAfterTwelveHours() {
        Sessions.Begun begun = sessions.signIn(email, PASSWORD, HERE);
        clock.step(Duration.ofHours(11));
        sessions.authenticate(reading(begun.secret()));
        sessions.forget();
        clock.step(Duration.ofHours(11));
        sessions.authenticate(reading(begun.secret()));
        sessions.forget();
        clock.step(Duration.ofHours(13));
        refused(() -> sessions.authenticate(reading(begun.secret())), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void aSessionEndsAfterSevenDaysHoweverMuchItIsUsed() {
        Sessions.Begun begun = sessions.signIn(email, PASSWORD, HERE);
        for (int step = 0; step < 16; step++) {
            clock.step(Duration.ofHours(10));
            sessions.authenticate(reading(begun.secret()));
            sessions.forget();
        }
        clock.step(Duration.ofHours(9));
        refused(() -> sessions.authenticate(reading(begun.secret())), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void aChangeNeedsTheTokenOfItsSessionAndAnOwnOrigin() {
        Sessions.Begun begun = sessions.signIn(email, PASSWORD, HERE);
        Sessions.Begun other = sessions.signIn(email, PASSWORD, HERE);
        String token = begun.csrfToken();
        refused(() -> sessions.authenticate(changing(begun, null, null)), ErrorCode.CSRF_REFUSED);
        refused(() -> sessions.authenticate(changing(begun, other.csrfToken(), null)), ErrorCode.CSRF_REFUSED);
        refused(
                () -> sessions.authenticate(changing(begun, token, "https://desk.example.evil.example")),
                ErrorCode.CSRF_REFUSED);
        refused(() -> sessions.authenticate(changing(begun, token, "null")), ErrorCode.CSRF_REFUSED);
        assertThat(sessions.authenticate(changing(begun, token, "https://desk.example"))
                        .person())
                .isEqualTo(ada);
        assertThat(sessions.authenticate(changing(begun, token, null)).person()).isEqualTo(ada);
    }

    @Test
    void whetherAnAccountExistsIsNotTold() {
        Throwable wrong = catchThrowable(() -> sessions.signIn(email, "not the password", HERE));
        Throwable unknown = catchThrowable(() -> sessions.signIn("nobody@example.org", "not the password", HERE));
        Throwable noAddress = catchThrowable(() -> sessions.signIn("no address", "not the password", HERE));
        assertThat(unknown).hasMessage(wrong.getMessage());
        assertThat(noAddress).hasMessage(wrong.getMessage());
        assertThat(((SwitchboardException) unknown).code()).isEqualTo(((SwitchboardException) wrong).code());
    }

    @Test
    void tenFailuresSpendAnAccountsBudgetKnownOrNot() {
        for (String account : List.of(email, "nobody." + ada + "@example.org")) {
            for (int failure = 0; failure < 10; failure++) {
                refused(() -> sessions.signIn(account, "not the password", HERE), ErrorCode.SIGN_IN_FAILED);
            }
            refused(() -> sessions.signIn(account, PASSWORD, HERE), ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    @Test
    void aTokenIsGoodUntilItExpiresOrIsRemoved() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        Sessions.MadeToken one = sessions.makeToken(ada, "build", tomorrow);
        Sessions.MadeToken two = sessions.makeToken(ada, "build", null);
        assertThat(sessions.authenticate(bearer(one.secret(), HERE)).person()).isEqualTo(ada);
        sessions.removeToken(ada, two.id());
        refused(() -> sessions.authenticate(bearer(two.secret(), HERE)), ErrorCode.SIGN_IN_REQUIRED);
        sessions.forget();
        clock.step(Duration.ofDays(2));
        refused(() -> sessions.authenticate(bearer(one.secret(), HERE)), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void theAdministratorsTokenIsTakenFromThisMachineAlone() throws Exception {
        String token = Files.readString(data.resolve("admin.token")).strip();
        assertThat(sessions.authenticate(bearer(token, "127.0.0.1")).may(Right.OPERATION_RUN))
                .isTrue();
        assertThat(sessions.authenticate(bearer(token, "0:0:0:0:0:0:0:1")).may(Right.TICKET_CONFIDENTIAL))
                .isFalse();
        refused(() -> sessions.authenticate(bearer(token, HERE)), ErrorCode.SIGN_IN_REQUIRED);
        refused(() -> sessions.authenticate(bearer("", "127.0.0.1")), ErrorCode.SIGN_IN_REQUIRED);
    }

    private static Credentials reading(String secret) {
        return new Credentials(secret, null, null, null, false, HERE);
    }

    private static Credentials bearer(String token, String address) {
        return new Credentials(null, token, null, null, true, address);
    }

    private static Credentials changing(Sessions.Begun begun, @Nullable String token, @Nullable String origin) {
        return new Credentials(begun.secret(), null, token, origin, true, HERE);
    }

    private static void refused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A clock that moves when it is told to. */
    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

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
