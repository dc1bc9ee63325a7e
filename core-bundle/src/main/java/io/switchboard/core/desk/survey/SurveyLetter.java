package io.switchboard.core.desk.survey;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.delivery.Letter;
import io.switchboard.core.delivery.LetterLanguage;
import io.switchboard.core.delivery.LetterTemplate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The letter that asks how it went, with one link for each score. A link chooses the score on the page and counts for nothing
 * until it is sent from there. Of a confidential ticket the letter tells the number alone: it may lie in a mailbox that others
 * read.
 */
final class SurveyLetter {
    private static final String PURPOSE = "survey";
    private static final LetterTemplate TEMPLATE = new LetterTemplate(SurveyLetter.class, "survey-letter");

    private SurveyLetter() {}

    /**
     * Writes one in the language of the form.
     *
     * @param worth how long it is worth sending
     */
    static Letter of(Ticket ticket, Address to, Survey form, URI link, Duration worth) {
        Map<String, Object> data = new HashMap<>();
        data.put("number", ticket.number());
        data.put("subject", ticket.confidential() ? "" : LetterTemplate.line(ticket.subject()));
        data.put("title", form.title());
        data.put("question", form.scored().text());
        data.put("choices", choices(form, link));
        data.put("link", link.toString());
        data.put("days", worth.toDays());
        return TEMPLATE.write(PURPOSE, to, LetterLanguage.of(form.language()), data, worth);
    }

    private static List<Map<String, String>> choices(Survey form, URI link) {
        Question question = form.scored();
        List<Map<String, String>> choices = new ArrayList<>();
        for (int score = question.kind().highest(); score >= question.kind().lowest(); score--) {
            String meaning = score == question.kind().highest() ? question.most() : null;
            meaning = score == question.kind().lowest() ? question.least() : meaning;
            choices.add(Map.of("label", label(form, score, meaning), "link", link + "?score=" + score));
        }
        return choices;
    }

    private static String label(Survey form, int score, @Nullable String meaning) {
        boolean german = LetterLanguage.of(form.language()) == LetterLanguage.GERMAN;
        String choice = switch (form.scored().kind()) {
            case YES_NO -> german ? (score == 1 ? "Ja" : "Nein") : score == 1 ? "Yes" : "No";
            case STARS, ZERO_TO_TEN, TEXT -> Integer.toString(score);
        };
        return meaning == null ? choice : choice + " (" + meaning + ")";
    }
}
