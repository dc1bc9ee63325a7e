package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.testkit.data.HostileTexts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
            assertLine(entry.name(), 200);
            assertLine(entry.organization(), 200);
            assertLine(entry.phone(), 80);
            String language = entry.language();
            if (language != null) {
                assertThat(new Locale.Builder().setLanguageTag(language).build().toLanguageTag())
                        .isEqualTo(language);
            }
            assertThat(entry.attributes()).hasSizeLessThanOrEqualTo(50);
            entry.attributes().forEach((name, value) -> {
                assertLine(name, 80);
                assertLine(value, 1_000);
            });
        });
    }

    /** Two questions without a change between them find the same edition. */
    @Test
    default void keepsItsEditionWhileNothingChanges() {
        CustomerDirectory directory = testee();
        String edition = directory.edition();
        assertThat(edition).hasSizeLessThanOrEqualTo(200);
        directory.byEmail(knownEmail());
        assertThat(directory.edition()).isEqualTo(edition);
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

    private static void assertLine(@Nullable String text, int most) {
        if (text != null) {
            assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(most).doesNotContainPattern("\\p{Cntrl}");
        }
    }
}
