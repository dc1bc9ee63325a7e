package io.switchboard.testkit;

import io.switchboard.api.classification.Classifier;
import io.switchboard.api.ticket.Ticket;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every {@link Classifier} must do. */
public interface ClassifierContract {
    /** Returns the classifier under test. */
    Classifier testee();

    /** Every ticket has an answer, and every suggestion says why. */
    @Test
    default void explainsEverySuggestion() {
        for (Ticket ticket : Checks.tickets()) {
            testee().classify(ticket).ifPresent(suggestion -> {
                Checks.line(suggestion.reason(), "reason");
                String language = suggestion.language();
                if (language != null) {
                    Assertions.assertThat(Locale.forLanguageTag(language).getLanguage())
                            .as("language %s is a BCP 47 tag", language)
                            .isNotEmpty();
                }
            });
        }
    }

    /** The same ticket has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        Classifier classifier = testee();
        for (Ticket ticket : Checks.tickets().subList(0, 5)) {
            Checks.sameOnEveryThread(() -> classifier.classify(ticket));
        }
    }
}
