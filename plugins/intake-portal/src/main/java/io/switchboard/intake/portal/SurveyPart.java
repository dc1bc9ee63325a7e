package io.switchboard.intake.portal;

import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Surveys.Invitation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays a survey out for the template: each choice of the score is a button that sends it, so that one click is enough. */
final class SurveyPart {
    private SurveyPart() {}

    /** Returns what the template shows, or false if nothing is asked. */
    static Object of(@Nullable Invitation invitation) {
        if (invitation == null) {
            return false;
        }
        Survey form = invitation.form();
        Question scored = form.scored();
        Map<String, Object> data = new HashMap<>();
        data.put("language", form.language());
        data.put("title", form.title());
        data.put("answered", invitation.answered() ? answered(german(form)) : "");
        data.put("question", scored.text());
        data.put("scored", scored.id());
        data.put("choices", choices(invitation, scored));
        data.put("ends", scored.least() != null || scored.most() != null);
        data.put("least", meaning(scored.kind(), scored.least(), scored.kind().lowest()));
        data.put("most", meaning(scored.kind(), scored.most(), scored.kind().highest()));
        data.put(
                "others",
                form.questions().stream()
                        .filter(question -> question.kind() != Kind.TEXT && !question.equals(scored))
                        .map(question -> question(invitation, question))
                        .toList());
        data.put(
                "texts",
                form.questions().stream()
                        .filter(question -> question.kind() == Kind.TEXT)
                        .map(question -> question(invitation, question))
                        .toList());
        return data;
    }

    /** A scale that may break into two lines names its ends. */
    private static String meaning(Kind kind, @Nullable String text, int score) {
        if (text == null) {
            return "";
        }
        return (kind == Kind.ZERO_TO_TEN ? score + ": " : "") + text;
    }

    private static boolean german(Survey form) {
        return form.language().equals("de") || form.language().startsWith("de-");
    }

    private static String answered(boolean german) {
        return german
                ? "Vielen Dank für Ihre Antwort. Sie können sie noch ändern."
                : "Thank you for your answer. You can still change it.";
    }

    private static Map<String, Object> question(Invitation invitation, Question question) {
        return Map.of(
                "id", question.id(),
                "text", question.text(),
                "required", question.required(),
                "words", invitation.answers().getOrDefault(question.id(), ""),
                "choices", question.kind() == Kind.TEXT ? List.of() : choices(invitation, question));
    }

    private static List<Map<String, Object>> choices(Invitation invitation, Question question) {
        Kind kind = question.kind();
        String said = invitation.answers().getOrDefault(question.id(), "");
        return IntStream.rangeClosed(kind.lowest(), kind.highest())
                .mapToObj(kind::choice)
                .map(choice -> Map.<String, Object>of(
                        "value", choice,
                        "label", label(kind, choice, german(invitation.form())),
                        "chosen", choice.equals(said)))
                .toList();
    }

    private static String label(Kind kind, String choice, boolean german) {
        return switch (kind) {
            case STARS -> choice + " ★";
            case YES_NO -> choice.equals("yes") ? (german ? "Ja" : "Yes") : german ? "Nein" : "No";
            case ZERO_TO_TEN, TEXT -> choice;
        };
    }
}
