package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import io.switchboard.core.people.SignInBench.SteppingClock;
import io.switchboard.core.store.StoreTestbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String PASSWORD = SignInBench.PASSWORD;
    private static final String HERE = "203.0.113.7";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private SignInBench bench;

    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @SuppressWarnings("NullAway.Init")
    private SteppingClock clock;

    @SuppressWarnings("NullAway.Init")
    private PersonId ada;

    @SuppressWarnings("NullAway.Init")
    private String email;

    @BeforeEach
    void makeAda() throws IOException {
        bench = new SignInBench(STORE, data);
        sessions = bench.sessions;
        clock = bench.clock;
        ada = bench.customer();
        email = SignInBench.email(ada);
    }

    @Test
    void whoSignsInIsKnownAfterwardsWithTheRightsOfACustomer() {
        Sessions.Begun begun = bench.signIn(email.toUpperCase(Locale.ROOT), PASSWORD, HERE);
        Caller caller = sessions.authenticate(reading(begun.secret()));
        assertThat(caller.person()).isEqualTo(ada);
        assertThat(caller.rights()).containsExactly(Right.TICKET_OPEN);
        assertThat(caller.address()).isEqualTo(HERE);
    }

    @Test
    void eachSignInHasASecretOfItsOwnThatNobodyCouldHaveFixed() {
        Sessions.Begun first = bench.signIn(email, PASSWORD, HERE);
        Sessions.Begun second = bench.signIn(email, PASSWORD, HERE);
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(second.csrfToken()).isNotEqualTo(first.csrfToken());
        refused(() -> sessions.authenticate(reading("chosen-by-somebody")), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void signingOutHoldsAtOnceAlthoughTheCallerIsRemembered() {
        Sessions.Begun begun = bench.signIn(email, PASSWORD, HERE);
        sessions.authenticate(reading(begun.secret()));
        sessions.signOut(begun.caller(), begun.secret());
        refused(() -> sessions.authenticate(reading(begun.secret())), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void endingAllSessionsOfSomebodyHoldsAtOnceAndLeavesOthersAlone() {
        Sessions.Begun one = bench.signIn(email, PASSWORD, HERE);
        Sessions.Begun two = bench.signIn(email, PASSWORD, HERE);
        sessions.authenticate(reading(one.secret()));
        PersonId other = bench.customer();
        Sessions.Begun others = bench.signIn(SignInBench.email(other), PASSWORD, HERE);
        sessions.endAll(ada);
        refused(() -> sessions.authenticate(reading(one.secret())), ErrorCode.SIGN_IN_REQUIRED);
        refused(() -> sessions.authenticate(reading(two.secret())), ErrorCode.SIGN_IN_REQUIRED);
        assertThat(sessions.authenticate(reading(others.secret())).person()).isEqualTo(other);
    }

    @Test
    void aSessionThatIsNotUsedEndsAfterTwelveHours() {
        Sessions.Begun begun = bench.signIn(email, PASSWORD, HERE);
        clock.step(Duration.ofHours(11));
        sessions.authenticate(reading(begun.secret()));
        bench.known.forget();
        clock.step(Duration.ofHours(11));
        sessions.authenticate(reading(begun.secret()));
        bench.known.forget();
        clock.step(Duration.ofHours(13));
        refused(() -> sessions.authenticate(reading(begun.secret())), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void aSessionEndsAfterSevenDaysHoweverMuchItIsUsed() {
        Sessions.Begun begun = bench.signIn(email, PASSWORD, HERE);
        for (int step = 0; step < 16; step++) {
            clock.step(Duration.ofHours(10));
            sessions.authenticate(reading(begun.secret()));
            bench.known.forget();
        }
        clock.step(Duration.ofHours(9));
        refused(() -> sessions.authenticate(reading(begun.secret())), ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void aChangeNeedsTheTokenOfItsSessionAndAnOwnOrigin() {
        Sessions.Begun begun = bench.signIn(email, PASSWORD, HERE);
        Sessions.Begun other = bench.signIn(email, PASSWORD, HERE);
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
        Throwable wrong = catchThrowable(() -> bench.signIn(email, "not the password", HERE));
        Throwable unknown = catchThrowable(() -> bench.signIn("nobody@example.org", "not the password", HERE));
        Throwable noAddress = catchThrowable(() -> bench.signIn("no address", "not the password", HERE));
        assertThat(unknown).hasMessage(wrong.getMessage());
        assertThat(noAddress).hasMessage(wrong.getMessage());
        assertThat(((SwitchboardException) unknown).code()).isEqualTo(((SwitchboardException) wrong).code());
    }

    @Test
    void tenFailuresSpendAnAccountsBudgetKnownOrNot() {
        for (String account : List.of(email, "nobody." + ada + "@example.org")) {
            for (int failure = 0; failure < 10; failure++) {
                refused(() -> bench.signIn(account, "not the password", HERE), ErrorCode.SIGN_IN_FAILED);
            }
            refused(() -> bench.signIn(account, PASSWORD, HERE), ErrorCode.TOO_MANY_REQUESTS);
        }
    }

    @Test
    void fiftyTriesAtOnceSpendNoMoreThanTheBudget() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ErrorCode>> tries = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            tries.add(threads.submit(() -> {
                start.await();
                Throwable refusal = catchThrowable(() -> bench.signIn(email, "not the password", HERE));
                return ((SwitchboardException) refusal).code();
            }));
        }
        start.countDown();
        int looked = 0;
        for (Future<ErrorCode> attempt : tries) {
            ErrorCode code = attempt.get();
            assertThat(code).isIn(ErrorCode.SIGN_IN_FAILED, ErrorCode.TOO_MANY_REQUESTS);
            looked += code == ErrorCode.SIGN_IN_FAILED ? 1 : 0;
        }
        threads.shutdown();
        assertThat(looked).isBetween(1, 10);
        int more = 10 - looked;
        for (int left = 0; left < more; left++) {
            refused(() -> bench.signIn(email, "not the password", HERE), ErrorCode.SIGN_IN_FAILED);
        }
        refused(() -> bench.signIn(email, PASSWORD, HERE), ErrorCode.TOO_MANY_REQUESTS);
    }

    @Test
    void aRightThatThisVersionDoesNotKnowIsIgnored() {
        String role = "newer-" + ada;
        bench.role(role, List.of("ticket.reply", "spacecraft.steer"));
        STORE.transactions().write(() -> {
            bench.access.grantRole(ada, role);
            return ada;
        });
        assertThat(bench.signIn(email, PASSWORD, HERE).caller().rights()).containsExactly(Right.TICKET_REPLY);
    }

    @Test
    void listenersAreToldOfEachEndAndRecheckingSaysWhoIsLeft() throws Exception {
        Sessions.Begun begun = bench.signIn(email, PASSWORD, HERE);
        List<Boolean> left = new ArrayList<>();
        try (AutoCloseable listening = sessions.onEnd(
                () -> left.add(sessions.recheck(reading(begun.secret())).isPresent()))) {
            assertThat(sessions.recheck(reading(begun.secret()))).isPresent();
            sessions.signOut(begun.caller(), begun.secret());
        }
        assertThat(left).containsExactly(false);
    }

    @Test
    void aTokenIsGoodUntilItExpiresOrIsRemoved() {
        Caller owner = Caller.person(ada, Set.of(), "api");
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        ApiTokens.MadeToken one = bench.tokens.make(owner, "build", tomorrow);
        ApiTokens.MadeToken two = bench.tokens.make(owner, "build", null);
        assertThat(sessions.authenticate(bearer(one.secret(), HERE)).person()).isEqualTo(ada);
        bench.tokens.remove(owner, two.id());
        refused(() -> sessions.authenticate(bearer(two.secret(), HERE)), ErrorCode.SIGN_IN_REQUIRED);
        bench.known.forget();
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
}
