package io.switchboard.core.rest.survey;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Surveys.Invitation;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.survey.SurveyByLink;
import io.switchboard.core.desk.survey.SurveyByLink.Asked;
import io.switchboard.core.rest.people.BarePage;
import io.switchboard.core.rest.people.PageWords;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The page to which the letter leads that asks how it went. It needs no script. Looking at it changes nothing: the score of
 * the link is chosen on it, and counts when somebody sends it.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/survey/*"})
public final class SurveyPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SurveyByLink surveys;

    /** Makes the page. */
    @Activate
    public SurveyPage(@Reference SurveyByLink surveys) {
        this.surveys = surveys;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Asked asked = surveys.look(BarePage.token(request), request.getRemoteAddr());
            Invitation invitation = asked.invitation();
            Map<String, String> shown = new TreeMap<>(invitation.answers());
            Question scored = invitation.form().scored();
            chosen(scored, request.getParameter("score")).ifPresent(choice -> shown.put(scored.id(), choice));
            show(response, 200, asked, new SurveyFormText(invitation, shown).form());
        } catch (SwitchboardException refusal) {
            refuse(request, response, refusal.code());
        }
    }

    private static Optional<String> chosen(Question scored, @Nullable String score) {
        for (int one = scored.kind().lowest(); one <= scored.kind().highest(); one++) {
            if (Integer.toString(one).equals(score)) {
                return Optional.of(scored.kind().choice(one));
            }
        }
        return Optional.empty();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = BarePage.token(request);
        try {
            BarePage.readForm(request);
            Asked asked = surveys.look(token, request.getRemoteAddr());
            answer(request, response, token, asked);
        } catch (SwitchboardException refusal) {
            refuse(request, response, refusal.code());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String token, Asked asked)
            throws IOException {
        Map<String, String> given = new TreeMap<>();
        for (Question question : asked.invitation().form().questions()) {
            String answer = request.getParameter(question.id());
            if (answer != null) {
                given.put(question.id(), answer);
            }
        }
        SurveyFormText text = new SurveyFormText(asked.invitation(), given);
        try {
            surveys.answer(token, given, request.getRemoteAddr());
            PageWords words = text.words();
            BarePage.write(response, 200, words, words.text("thanks"), text.thanks(asked.ticket()));
        } catch (SwitchboardException refusal) {
            if (refusal.fields().isEmpty()) {
                throw refusal;
            }
            show(response, refusal.code().status(), asked, text.alert(refusal) + text.form());
        }
    }

    private static void show(HttpServletResponse response, int status, Asked asked, String content) throws IOException {
        SurveyFormText text = new SurveyFormText(asked.invitation(), Map.of());
        BarePage.write(
                response,
                status,
                text.words(),
                Bodies.escape(asked.invitation().form().title()),
                text.about(asked.ticket()) + content);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, ErrorCode code)
            throws IOException {
        PageWords words = PageWords.asked(SurveyPage.class, request);
        String why = switch (code) {
            case LINK_NOT_VALID -> "closed";
            case POLICY_REFUSED -> "late";
            case TOO_LARGE, MALFORMED_REQUEST -> "long";
            default -> "wait";
        };
        String title = switch (code) {
            case LINK_NOT_VALID -> "gone";
            case POLICY_REFUSED -> "answered";
            default -> "waitTitle";
        };
        BarePage.write(response, code.status(), words, words.text(title), "<p>" + words.text(why) + "</p>");
    }
}
