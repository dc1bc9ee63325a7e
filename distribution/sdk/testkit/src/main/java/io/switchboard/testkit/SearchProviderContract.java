package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.search.SearchProvider;
import io.switchboard.api.search.SearchProvider.SourceHit;
import io.switchboard.testkit.data.HostileTexts;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What every {@link SearchProvider} must do. */
public interface SearchProviderContract {
    /** Returns the provider under test, with a few documents. */
    SearchProvider testee();

    /** Returns words that find at least one document. */
    String wordsThatFind();

    /** A person reads the source's name. */
    @Test
    default void hasANameForPeople() {
        Checks.line(testee().source(), "source");
    }

    /** Documents are found, no more than asked for, with addresses that can be opened. */
    @Test
    default void findsDocuments() {
        assertThat(testee().find(wordsThatFind(), 50)).isNotEmpty().allSatisfy(SearchProviderContract::check);
        assertThat(testee().find(wordsThatFind(), 1)).hasSize(1);
    }

    /** Whatever is typed has an answer. */
    @Test
    default void answersWhateverIsTyped() {
        for (String text : HostileTexts.all()) {
            String words = text.substring(0, Math.min(text.length(), 400));
            assertThat(testee().find(words, 5)).hasSizeLessThanOrEqualTo(5);
        }
    }

    /** The same words find the same, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        SearchProvider provider = testee();
        Checks.sameOnEveryThread(() -> provider.find(wordsThatFind(), 10));
    }

    private static void check(SourceHit hit) {
        Checks.line(hit.title(), "title");
        assertThat(URI.create(hit.address()).getScheme()).isIn("http", "https");
    }
}
