package io.switchboard.core.rest.configuration;

import io.switchboard.core.desk.question.Question;
import io.switchboard.core.desk.question.QuestionSets.Sets;
import java.util.List;

/** The questions of all categories as they are answered. */
public record QuestionSetsView(List<QuestionSetView> sets) {
    /** The questions of a category. */
    public record QuestionSetView(String category, List<QuestionView> questions) {}

    /** A question. */
    public record QuestionView(String id, String text, String kind, List<String> choices, boolean required) {
        static QuestionView of(Question question) {
            return new QuestionView(
                    question.id(), question.text(), question.kind().id(), question.choices(), question.required());
        }
    }

    static QuestionSetsView of(Sets sets) {
        return new QuestionSetsView(sets.sets().stream()
                .map(set -> new QuestionSetView(
                        set.category(),
                        set.questions().stream().map(QuestionView::of).toList()))
                .toList());
    }
}
