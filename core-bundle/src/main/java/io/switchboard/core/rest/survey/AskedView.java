package io.switchboard.core.rest.survey;

import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Surveys.Invitation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is asked, and what they said so far.
 *
 * @param language in what the texts are
 * @param scored the id of the question whose answer is the score
 * @param until when it is too late for an answer, or a correction
 */
public record AskedView(
        String survey,
        String title,
        String language,
        List<SurveyQuestionView> questions,
        String scored,
        Map<String, String> answers,
        boolean answered,
        Instant until) {
    /** A question; what its lowest and its highest choice mean, if that is said. */
    public record SurveyQuestionView(
            String id,
            String text,
            String kind,
            boolean required,
            @Nullable String least,
            @Nullable String most) {
        static SurveyQuestionView of(Question question) {
            return new SurveyQuestionView(
                    question.id(),
                    question.text(),
                    question.kind().name().toLowerCase(Locale.ROOT),
                    question.required(),
                    question.least(),
                    question.most());
        }
    }

    static AskedView of(Invitation invitation) {
        Survey form = invitation.form();
        return new AskedView(
                invitation.survey(),
                form.title(),
                form.language(),
                form.questions().stream().map(SurveyQuestionView::of).toList(),
                form.scored().id(),
                invitation.answers(),
                invitation.answered(),
                invitation.until());
    }
}
