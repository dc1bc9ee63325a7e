package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.question.Question;
import io.switchboard.core.desk.question.QuestionSets.QuestionSet;
import io.switchboard.core.desk.question.QuestionSets.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The questions of all categories as they are sent. */
public record QuestionSetsRequest(@Nullable List<QuestionSetRequest> sets) {
    /** The questions of a category: a text that may be left out, where nothing else is said. */
    public record QuestionSetRequest(
            @Nullable String category, @Nullable List<QuestionRequest> questions) {}

    /** A question. */
    public record QuestionRequest(
            @Nullable String id,
            @Nullable String text,
            @Nullable String kind,
            @Nullable List<String> choices,
            @Nullable Boolean required) {}

    Sets sets(String field) {
        List<QuestionSetRequest> given = given(field, sets);
        List<QuestionSet> read = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            QuestionSetRequest set = given.get(index);
            String place = field + "[" + index + "].questions";
            List<QuestionRequest> questions = given(place, set.questions());
            List<Question> asked = new ArrayList<>();
            for (int number = 0; number < questions.size(); number++) {
                asked.add(question(place + "[" + number + "]", questions.get(number)));
            }
            read.add(new QuestionSet(Objects.requireNonNullElse(set.category(), ""), asked));
        }
        return new Sets(read);
    }

    private static Question question(String place, QuestionRequest request) {
        String kind = request.kind();
        List<String> choices = request.choices();
        return new Question(
                Objects.requireNonNullElse(request.id(), ""),
                Objects.requireNonNullElse(request.text(), ""),
                kind == null ? Question.Kind.TEXT : Question.Kind.of(kind, place + ".kind"),
                choices == null ? List.of() : given(place + ".choices", choices),
                Boolean.TRUE.equals(request.required()));
    }

    private static <T> List<T> given(String field, @Nullable List<T> values) {
        if (values == null || values.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field(field, "must be a list without null");
        }
        return values;
    }
}
