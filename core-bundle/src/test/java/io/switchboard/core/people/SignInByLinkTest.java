package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import io.switchboard.core.desk.SteppingClock;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.store.StoreTestbed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SignInByLinkTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String HERE = "203.0.113.7";
    private static final String THERE = "203.0.113.8";
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final SteppingClock desk = new SteppingClock();

    @SuppressWarnings("NullAway.Init")
    private SignInBench bench;

    @SuppressWarnings("NullAway.Init")
    private LinkTokens links;

    @BeforeEach
    void make() throws IOException {
        bench = new SignInBench(STORE, data);
        links = new LinkTokens(STORE.transactions(), bench.access, desk);
    }

    @Test
    void fiftyLinksThatAreNotValidSpendTheBudgetOfTheirAddressAlone() {
        for (int number = 0; number < 50; number++) {
            String guess = "guess " + number;
            refused(() -> follow(guess, HERE), ErrorCode.LINK_NOT_VALID);
        }
        String good = links.make(Purpose.SIGN_IN, bench.customer(), null, HOUR).token();
        refused(() -> follow(good, HERE), ErrorCode.TOO_MANY_REQUESTS);
        assertThat(follow(good, THERE)).isNotNull();
    }

    @Test
    void aLinkExpiresByTheDesksClockAndMakingOneEndsNoSession() {
        PersonId ada = bench.customer();
        Sessions.Begun begun = bench.signIn(SignInBench.email(ada), SignInBench.PASSWORD, HERE);
        String late = links.make(Purpose.SIGN_IN, ada, null, HOUR).token();
        desk.moveBy(Duration.ofDays(3_660));
        refused(() -> follow(late, HERE), ErrorCode.LINK_NOT_VALID);
        links.make(Purpose.SIGN_IN, ada, null, HOUR);
        bench.known.forget();
        assertThat(bench.sessions
                        .authenticate(new Credentials(begun.secret(), null, null, null, false, HERE))
                        .person())
                .isEqualTo(ada);
    }

    private Sessions.Begun follow(String token, String address) {
        return bench.signIn.byLink(token, null, address, () -> links.use(Purpose.SIGN_IN, token));
    }

    private static void refused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
