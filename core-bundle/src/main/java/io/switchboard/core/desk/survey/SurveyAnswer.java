package io.switchboard.core.desk.survey;

import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.survey.SurveyAnswerRow;
import io.switchboard.core.store.survey.SurveyRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a form.
 *
 * @param score the answer on the scale
 * @param choices what was chosen, by the ids of the questions
 * @param words what was written, by the ids of the questions; without blank texts
 */
record SurveyAnswer(int score, Map<String, String> choices, Map<String, String> words) {
    private static final String PREFIX = "answers.";

    /**
     * Reads an answer.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} that names all that is wrong
     */
    static SurveyAnswer of(Survey form, Map<String, String> given) {
        Limits limits = new Limits();
        Map<String, String> choices = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        Set<String> unknown = new HashSet<>(given.keySet());
        for (Question question : form.questions()) {
            unknown.remove(question.id());
            String answer = given.getOrDefault(question.id(), "");
            if (answer.isBlank()) {
                if (question.required()) {
                    limits.wrong(PREFIX + question.id(), "must be given");
                }
            } else if (question.kind() == Kind.TEXT) {
                limits.text(PREFIX + question.id(), answer, Survey.LONGEST_TEXT);
                words.put(question.id(), answer);
            } else if (question.kind().score(answer).isEmpty()) {
                limits.wrong(PREFIX + question.id(), "must be " + choices(question.kind()));
            } else {
                choices.put(question.id(), answer);
            }
        }
        if (!unknown.isEmpty()) {
            limits.wrong("answers", "must be named by the ids of the questions");
        }
        limits.check();
        int score = form.scored()
                .kind()
                .score(choices.getOrDefault(form.scored().id(), ""))
                .orElseThrow();
        return new SurveyAnswer(score, choices, words);
    }

    private static String choices(Kind kind) {
        return kind == Kind.YES_NO ? "yes or no" : "a number from " + kind.lowest() + " to " + kind.highest();
    }

    /** Returns whether it says what the row says already. */
    boolean same(SurveyRow row) {
        return row.answeredAt() != null
                && Invitations.texts(row.choices()).equals(choices)
                && Invitations.texts(row.words()).equals(words);
    }

    /** Returns it as it stands in the row of its invitation. */
    SurveyAnswerRow row(SurveyRow invitation, Survey form, Instant now) {
        Instant first = invitation.answeredAt();
        return new SurveyAnswerRow(
                invitation.id(),
                score,
                score <= form.scale().low(),
                score >= form.scale().content(),
                Json.write(choices),
                written(),
                first == null ? now : first,
                first == null ? null : now);
    }

    private @Nullable String written() {
        return words.isEmpty() ? null : Json.write(words);
    }
}
