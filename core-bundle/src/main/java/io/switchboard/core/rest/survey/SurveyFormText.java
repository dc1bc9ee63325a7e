package io.switchboard.core.rest.survey;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Surveys.Invitation;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.delivery.LetterLanguage;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.rest.people.BarePage;
import io.switchboard.core.rest.people.PageWords;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as HTML, in its own language. All words of plugins and people are escaped.
 *
 * @param invitation what is asked
 * @param shown what is chosen and written on it already, by the ids of the questions
 */
record SurveyFormText(Invitation invitation, Map<String, String> shown) {
    PageWords words() {
        return PageWords.of(
                SurveyFormText.class, LetterLanguage.of(invitation.form().language()));
    }

    /** Returns about what is asked; of a confidential ticket the number alone. */
    String about(Ticket ticket) {
        String subject = ticket.confidential() ? "" : ", <strong>" + Bodies.escape(ticket.subject()) + "</strong>";
        return "<p>" + words().text("about") + " " + Bodies.escape(ticket.number()) + subject + ".</p>";
    }

    String thanks(Ticket ticket) {
        return "<p>" + words().text("taken").replace("{number}", Bodies.escape(ticket.number()))
                + "</p><p><a href=\"\">" + words().text("change") + "</a></p>";
    }

    String alert(SwitchboardException refusal) {
        boolean tooLong = refusal.fields().stream().anyMatch(field -> text(field.field()));
        return BarePage.alert(words().text(tooLong ? "long" : "missing"));
    }

    private boolean text(String field) {
        return invitation.form().questions().stream()
                .anyMatch(question -> question.kind() == Kind.TEXT && field.equals("answers." + question.id()));
    }

    /** Returns the form; it is sent to the address of its page. */
    String form() {
        StringBuilder html = new StringBuilder("<form method=\"post\">");
        invitation.form().questions().forEach(question -> html.append(question(question)));
        return html.append("<button>")
                .append(words().text(invitation.answered() ? "changed" : "send"))
                .append("</button></form>")
                .toString();
    }

    private String question(Question question) {
        return question.kind() == Kind.TEXT ? textarea(question) : choices(question);
    }

    private String textarea(Question question) {
        String hint = question.required()
                ? ""
                : "<p class=\"hint\" id=\"" + question.id() + "-hint\">" + words().text("optional") + "</p>";
        return "<label for=\"" + question.id() + "\">" + Bodies.escape(question.text()) + "</label><textarea id=\""
                + question.id() + "\" name=\"" + question.id() + "\" rows=\"4\" maxlength=\"" + Survey.LONGEST_TEXT
                + "\"" + (question.required() ? " required" : " aria-describedby=\"" + question.id() + "-hint\"")
                + ">" + Bodies.escape(shown.getOrDefault(question.id(), "")) + "</textarea>" + hint;
    }

    private String choices(Question question) {
        String ends = ends(question);
        StringBuilder html = new StringBuilder("<fieldset")
                .append(ends.isEmpty() ? "" : " aria-describedby=\"" + question.id() + "-ends\"")
                .append("><legend>")
                .append(Bodies.escape(question.text()))
                .append("</legend><div class=\"scale\">");
        for (int score = question.kind().lowest(); score <= question.kind().highest(); score++) {
            String choice = question.kind().choice(score);
            html.append("<label><input type=\"radio\" name=\"")
                    .append(question.id())
                    .append("\" value=\"")
                    .append(choice)
                    .append('"')
                    .append(question.required() ? " required" : "")
                    .append(choice.equals(shown.get(question.id())) ? " checked" : "")
                    .append("><span>")
                    .append(label(question, score))
                    .append("</span></label>");
        }
        return html.append("</div>").append(ends).append("</fieldset>").toString();
    }

    private String label(Question question, int score) {
        return switch (question.kind()) {
            case YES_NO -> words().text(question.kind().choice(score));
            case STARS -> score + " ★";
            case ZERO_TO_TEN, TEXT -> Integer.toString(score);
        };
    }

    /** Says what the ends of the scale mean; a scale that may break into two lines names the ends. */
    private static String ends(Question question) {
        if (question.least() == null && question.most() == null) {
            return "";
        }
        return "<p class=\"hint ends\" id=\"" + question.id() + "-ends\"><span>"
                + meaning(question, question.least(), question.kind().lowest()) + "</span><span>"
                + meaning(question, question.most(), question.kind().highest()) + "</span></p>";
    }

    private static String meaning(Question question, @Nullable String text, int score) {
        if (text == null) {
            return "";
        }
        return (question.kind() == Kind.ZERO_TO_TEN ? score + ": " : "") + Bodies.escape(text);
    }
}
