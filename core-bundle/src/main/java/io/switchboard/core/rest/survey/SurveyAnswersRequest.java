package io.switchboard.core.rest.survey;

import io.switchboard.api.error.SwitchboardException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a customer answers, by the ids of the questions. */
public record SurveyAnswersRequest(@Nullable Map<String, String> answers) {
    private static final int MOST = 50;

    Map<String, String> given() {
        if (answers == null || answers.isEmpty() || answers.size() > MOST) {
            throw SwitchboardException.field("answers", "must be given, by the ids of the questions");
        }
        Map<String, String> given = new TreeMap<>();
        answers.forEach((question, answer) -> {
            if (answer != null) {
                given.put(question, answer);
            }
        });
        return given;
    }
}
