package io.switchboard.core.desk.survey;

import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.survey.SurveyRow;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks forms that plugins bring before one is kept, and reads those that are kept. */
final class SurveyForms {
    private static final int MOST_QUESTIONS = 10;
    private static final int TITLE = 200;
    private static final int TEXT = 500;
    private static final int MEANING = 60;
    private static final Pattern EDITION = Pattern.compile("[A-Za-z0-9.-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern QUESTION = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private SurveyForms() {}

    /** Returns the form of an invitation. */
    static Survey of(SurveyRow row) {
        return Json.read(Objects.requireNonNull(row.form(), "who is asked is asked something"), Survey.class);
    }

    /**
     * Returns a form that keeps all limits.
     *
     * @throws IllegalStateException that says what is wrong with it, which counts as a failure of the plugin
     */
    static Survey checked(Survey form) {
        demand(EDITION.matcher(form.edition()).matches(), "an edition that is no name");
        demand(LANGUAGE.matcher(form.language()).matches(), "a language that is no tag");
        line(form.title(), TITLE);
        demand(form.questions().size() <= MOST_QUESTIONS, "too many questions");
        Set<String> ids = new HashSet<>();
        for (Question question : form.questions()) {
            boolean named = QUESTION.matcher(question.id()).matches() && ids.add(question.id());
            demand(named, "a question without a name of its own");
            line(question.text(), TEXT);
            meaning(question.least());
            meaning(question.most());
        }
        Kind kind = form.scored().kind();
        boolean sensible = form.scale().low() < kind.highest()
                && form.scale().content() > form.scale().low()
                && form.scale().content() <= kind.highest();
        demand(sensible, "a scale on which all is low, or nobody can be content");
        return form;
    }

    private static void meaning(@Nullable String text) {
        if (text != null) {
            line(text, MEANING);
        }
    }

    private static void line(String text, int limit) {
        boolean line = !text.isBlank()
                && text.codePointCount(0, text.length()) <= limit
                && text.chars().noneMatch(Character::isISOControl)
                && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        demand(line, "a text that is no line of at most " + limit + " characters");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("a form with " + otherwise);
        }
    }
}
