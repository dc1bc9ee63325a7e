package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveyProvider.Question;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.HostileTexts;
import io.switchboard.testkit.data.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link SurveyProvider} must do. */
public interface SurveyProviderContract {
    /** Returns the provider under test. */
    SurveyProvider testee();

    /** Answers are kept under the id for ever. */
    @Test
    default void hasAStableId() throws Exception {
        Checks.id(() -> testee().id(), 40);
    }

    /** It asks something, in every language, each question under a name of its own. */
    @Test
    default void asksAtLeastOneQuestionInEveryLanguage() {
        for (String language : List.of("en", "de-CH", "ja", "und")) {
            List<Question> questions = testee().questions(Samples.ticket(1).build(), language);
            assertThat(questions).isNotEmpty();
            assertThat(questions).extracting(Question::id).doesNotHaveDuplicates();
            questions.forEach(question -> assertThat(question.text()).isNotBlank());
        }
    }

    /** An invitation holds the link, and its subject is one line whatever the ticket's is. */
    @Test
    default void invitesWithTheLink() {
        String link = "https://desk.example.com/survey/0123456789";
        for (Ticket ticket : Checks.tickets()) {
            testee().invitation(ticket, Samples.customer(1).build(), link).ifPresent(message -> {
                assertThat(message.subject()).doesNotContain("\n", "\r");
                assertThat(message.text()).contains(link);
            });
        }
    }

    /** Any answers give a satisfaction from 0 to 100, or none. */
    @Test
    default void computesSatisfactionFromAnyAnswers() {
        for (String text : HostileTexts.all()) {
            Map<String, String> answers = new HashMap<>();
            testee().questions(Samples.ticket(1).build(), "en").forEach(question -> answers.put(question.id(), text));
            testee().satisfaction(answers).ifPresent(value -> assertThat(value).isBetween(0, 100));
        }
        assertThat(testee().satisfaction(Map.of())).isEmpty();
    }
}
