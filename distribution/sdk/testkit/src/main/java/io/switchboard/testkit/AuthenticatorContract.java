package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.Authenticator;
import io.switchboard.testkit.data.HostileTexts;
import org.junit.jupiter.api.Test;

/** What every {@link Authenticator} must do. */
public interface AuthenticatorContract {
    /** Returns the authenticator under test. */
    Authenticator testee();

    /** Returns a login that it knows. */
    String knownLogin();

    /** Returns the secret of that login. */
    String secret();

    /** Accounts are bound to the issuer for ever. */
    @Test
    default void namesItsIssuer() {
        Checks.line(testee().issuer(), "issuer");
        assertThat(testee().issuer()).isEqualTo(testee().issuer());
    }

    /** The right secret gives an identity whose subject stays the same. */
    @Test
    default void vouchesForTheRightSecret() throws Exception {
        Authenticator authenticator = testee();
        assertThat(Checks.sameOnEveryThread(() -> authenticator.authenticate(knownLogin(), secret().toCharArray())))
                .hasValueSatisfying(identity -> assertThat(identity.subject()).isNotBlank());
    }

    /** An empty or wrong secret vouches for nobody: an anonymous bind is no proof. */
    @Test
    default void vouchesForNoOtherSecret() {
        assertThat(testee().authenticate(knownLogin(), new char[0])).isEmpty();
        assertThat(testee().authenticate(knownLogin(), (secret() + "x").toCharArray()))
                .isEmpty();
    }

    /** Odd logins are nobody's. */
    @Test
    default void vouchesForNoOddLogin() {
        for (String text : HostileTexts.all()) {
            String login = text.substring(0, Math.min(text.length(), 200));
            assertThat(testee().authenticate(login, secret().toCharArray())).isEmpty();
        }
        assertThat(testee().authenticate("*", secret().toCharArray())).isEmpty();
    }
}
