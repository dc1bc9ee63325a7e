package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.testkit.data.HostileTexts;
import org.junit.jupiter.api.Test;

/** What every {@link CustomerDirectory} must do. */
public interface CustomerDirectoryContract {
    /** Returns the directory under test. */
    CustomerDirectory testee();

    /** Returns an address that it knows, in lower case. */
    String knownEmail();

    /** A known customer is found, with no more than the desk takes. */
    @Test
    default void findsWhomItKnows() {
        assertThat(testee().byEmail(knownEmail())).hasValueSatisfying(entry -> {
            assertThat(entry.attributes()).hasSizeLessThanOrEqualTo(50);
            assertThat(entry.attributes().values())
                    .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(1_000));
        });
    }

    /** Whoever is unknown is not found, whatever the address. */
    @Test
    default void findsNobodyElse() {
        assertThat(testee().byEmail("nobody@unheard-of.example")).isEmpty();
        HostileTexts.all().forEach(text -> assertThat(testee().byEmail(text)).isEmpty());
    }

    /** The same address has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        CustomerDirectory directory = testee();
        Checks.sameOnEveryThread(() -> directory.byEmail(knownEmail()));
    }
}
