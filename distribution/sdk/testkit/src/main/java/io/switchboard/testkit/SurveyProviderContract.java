package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.Customer;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link SurveyProvider} must do. */
public interface SurveyProviderContract {
    /** Returns the provider under test. */
    SurveyProvider testee();

    /** Answers are kept under the id for ever. */
    @Test
    default void hasAStableId() throws Exception {
        Checks.id(() -> testee().id(), 40);
        assertThat(testee().id()).matches("[a-z][a-z0-9-]{0,39}");
    }

    /** It asks something, in every language, of any ticket, each question under a name of its own and within the limits. */
    @Test
    default void asksWithinTheLimitsInEveryLanguage() {
        for (String language : List.of("en", "de-CH", "ja", "und")) {
            for (Ticket ticket : Checks.tickets()) {
                Survey survey = testee().survey(ticket, customer(), language);
                assertThat(survey.edition()).matches("[A-Za-z0-9.-]{1,40}");
                assertThat(survey.language()).matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
                line(survey.title(), 200);
                assertThat(survey.questions()).hasSizeBetween(1, 10);
                assertThat(survey.questions()).extracting(Question::id).doesNotHaveDuplicates();
                survey.questions().forEach(SurveyProviderContract::check);
            }
        }
    }

    /** Whatever is low is not content too, and not every choice is low. */
    @Test
    default void saysWhatItsScoresMean() {
        Survey survey = testee().survey(Samples.ticket(1).build(), customer(), "en");
        Kind kind = survey.scored().kind();
        assertThat(survey.scale().low()).isBetween(kind.lowest() - 1, kind.highest() - 1);
        assertThat(survey.scale().content()).isBetween(survey.scale().low() + 1, kind.highest());
    }

    /** The edition and what is asked do not depend on the language: answers in all of them are counted together. */
    @Test
    default void asksTheSameInAllLanguages() {
        Survey english = testee().survey(Samples.ticket(1).build(), customer(), "en");
        for (String language : List.of("de", "fr-CA", "zh")) {
            Survey other = testee().survey(Samples.ticket(1).build(), customer(), language);
            assertThat(other.edition()).isEqualTo(english.edition());
            assertThat(other.scale()).isEqualTo(english.scale());
            assertThat(other.questions())
                    .extracting(Question::id)
                    .isEqualTo(english.questions().stream().map(Question::id).toList());
        }
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        SurveyProvider provider = testee();
        Ticket ticket = Samples.ticket(1).build();
        Checks.sameOnEveryThread(() -> provider.survey(ticket, customer(), "en"));
    }

    private static Customer customer() {
        return Samples.customer(1).build();
    }

    private static void check(Question question) {
        assertThat(question.id()).matches("[a-z][a-z0-9_]{0,39}");
        line(question.text(), 500);
        meaning(question.least());
        meaning(question.most());
    }

    private static void meaning(@Nullable String text) {
        if (text != null) {
            line(text, 60);
        }
    }

    private static void line(String text, int limit) {
        assertThat(text).isNotBlank().doesNotContain("\n", "\r").hasSizeLessThanOrEqualTo(limit);
    }
}
