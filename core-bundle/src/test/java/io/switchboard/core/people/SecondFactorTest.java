package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.StoreTestbed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String HERE = "203.0.113.7";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private SignInBench bench;

    @SuppressWarnings("NullAway.Init")
    private PersonId ada;

    @SuppressWarnings("NullAway.Init")
    private Caller caller;

    @BeforeEach
    void makeAda() throws IOException {
        bench = new SignInBench(STORE, data);
        ada = bench.customer();
        caller = Caller.person(ada, Set.of(), "api").at(HERE);
    }

    @Test
    void withAnAppThePasswordAloneDoesNotSignIn() {
        byte[] key = enrol();
        refused(() -> signIn(SignInBench.PASSWORD, null), ErrorCode.CODE_REQUIRED);
        assertThat(signIn(SignInBench.PASSWORD, code(key, 1)).caller().person()).isEqualTo(ada);
    }

    @Test
    void aMissingCodeIsNotToldToWhoeverHasNotThePassword() {
        byte[] key = enrol();
        refused(() -> signIn("not the password", null), ErrorCode.SIGN_IN_FAILED);
        refused(() -> signIn("not the password", code(key, 1)), ErrorCode.SIGN_IN_FAILED);
        refused(() -> signIn(SignInBench.PASSWORD, "000000"), ErrorCode.SIGN_IN_FAILED);
    }

    @Test
    void noCodeIsTakenTwiceNorOneOfAnEarlierStep() {
        byte[] key = enrol();
        String earlier = code(key, 0);
        String later = code(key, 1);
        signIn(SignInBench.PASSWORD, later);
        refused(() -> signIn(SignInBench.PASSWORD, later), ErrorCode.SIGN_IN_FAILED);
        refused(() -> signIn(SignInBench.PASSWORD, earlier), ErrorCode.SIGN_IN_FAILED);
    }

    @Test
    void wrongCodesSpendTheBudgetOfTheAccount() {
        byte[] key = enrol();
        for (int failure = 0; failure < 10; failure++) {
            refused(() -> signIn(SignInBench.PASSWORD, "000000"), ErrorCode.SIGN_IN_FAILED);
        }
        refused(() -> signIn(SignInBench.PASSWORD, code(key, 1)), ErrorCode.TOO_MANY_REQUESTS);
    }

    @Test
    void anAppThatWasNotConfirmedIsNotAskedFor() {
        bench.secondFactor.propose(caller);
        assertThat(signIn(SignInBench.PASSWORD, null).caller().person()).isEqualTo(ada);
    }

    @Test
    void aRecoveryCodeIsTakenOnceHoweverItIsWritten() {
        byte[] key = decoded(bench.secondFactor.propose(caller).secret());
        List<String> codes = bench.secondFactor.confirm(caller, code(key, 0));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        signIn(
                SignInBench.PASSWORD,
                codes.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " "));
        refused(() -> signIn(SignInBench.PASSWORD, codes.get(3)), ErrorCode.SIGN_IN_FAILED);
        assertThat(bench.secondFactor.state(caller).recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void anAppIsRemovedByItsCodeAlone() {
        byte[] key = enrol();
        refused(() -> bench.secondFactor.remove(caller, "000000"), ErrorCode.INVALID_FIELD);
        refused(() -> bench.secondFactor.propose(caller), ErrorCode.ALREADY_EXISTS);
        bench.secondFactor.remove(caller, code(key, 1));
        assertThat(signIn(SignInBench.PASSWORD, null).caller().person()).isEqualTo(ada);
    }

    @Test
    void theRightsOfWhoeverMustHaveAnAppRestUntilTheyHaveOne() {
        String role = "guarded-" + ada;
        bench.role(role, List.of(Right.TICKET_REPLY.id()));
        STORE.transactions().write(() -> {
            bench.access.grantRole(ada, role);
            return ada;
        });
        Caller administrator = Caller.person(ada, EnumSet.allOf(Right.class), "api");
        long version = bench.policy.get(administrator).version();
        bench.policy.replace(administrator, new SignInPolicy.Terms(Set.of(role), Set.of()), version);
        assertThat(signIn(SignInBench.PASSWORD, null).caller().rights()).isEmpty();
        assertThat(bench.secondFactor.state(caller).required()).isTrue();
        byte[] key = enrol();
        assertThat(signIn(SignInBench.PASSWORD, code(key, 1)).caller().rights()).containsExactly(Right.TICKET_REPLY);
    }

    private byte[] enrol() {
        byte[] key = decoded(bench.secondFactor.propose(caller).secret());
        bench.clock.step(Duration.ofMinutes(1));
        bench.secondFactor.confirm(caller, code(key, -1));
        return key;
    }

    private String code(byte[] key, int stepsAhead) {
        return Totp.code(key, bench.clock.instant().getEpochSecond() / 30 + stepsAhead, 6);
    }

    private Sessions.Begun signIn(String password, @Nullable String code) {
        return bench.signIn.signIn(new SignIn.Proof(SignInBench.email(ada), password, code, HERE));
    }

    private static byte[] decoded(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char sign : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xFF);
            }
            buffer &= (1 << bits) - 1;
        }
        return bytes.toByteArray();
    }

    private static void refused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
