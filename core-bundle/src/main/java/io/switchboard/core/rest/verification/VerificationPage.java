package io.switchboard.core.rest.verification;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.verification.VerificationByLink;
import io.switchboard.core.rest.people.BarePage;
import io.switchboard.core.rest.people.PageWords;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The page to which the letter leads that asks whether a solution works. It needs no script. Looking at it changes nothing,
 * so that a mail scanner answers for nobody.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/verification/*"})
public final class VerificationPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient VerificationByLink verification;

    /** Makes the page. */
    @Activate
    public VerificationPage(@Reference VerificationByLink verification) {
        this.verification = verification;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, 200, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageWords words = words(request);
        try {
            BarePage.readForm(request);
            boolean works = VerificationResource.works(request.getParameter("answer"));
            Ticket ticket = verification.answer(
                    BarePage.token(request),
                    new Answer(works, request.getParameter("comment")),
                    request.getRemoteAddr());
            String thanks = words.text(works ? "glad" : "again").replace("{number}", Bodies.escape(ticket.number()));
            BarePage.write(response, 200, words, words.text("thanks"), "<p>" + thanks + "</p>");
        } catch (SwitchboardException refusal) {
            if (refusal.fields().isEmpty()) {
                refuse(words, response, refusal.code());
            } else {
                show(request, response, refusal.code().status(), alert(words, refusal));
            }
        }
    }

    private static PageWords words(HttpServletRequest request) {
        return PageWords.asked(VerificationPage.class, request);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String alert)
            throws IOException {
        PageWords words = words(request);
        try {
            VerificationByLink.Asked asked = verification.look(BarePage.token(request), request.getRemoteAddr());
            BarePage.write(
                    response, status, words, words.text("title"), alert + what(words, asked.ticket()) + form(words));
        } catch (SwitchboardException refusal) {
            refuse(words, response, refusal.code());
        }
    }

    private static String what(PageWords words, Ticket ticket) {
        Resolution resolution = ticket.resolution();
        String number = Bodies.escape(ticket.number());
        if (ticket.confidential() || resolution == null) {
            return "<p>" + words.text("solved").replace("{number}", number) + "</p>";
        }
        // The subject comes last: its words are nobody's placeholders.
        return "<p>"
                + words.text("solvedAs")
                        .replace("{number}", number)
                        .replace("{subject}", Bodies.escape(ticket.subject()))
                + "</p><p>" + Bodies.escape(resolution.summary()).replace("\n", "<br>") + "</p>";
    }

    private static String form(PageWords words) {
        return "<form method=\"post\"><label for=\"comment\">" + words.text("comment")
                + "</label><textarea id=\"comment\" name=\"comment\" rows=\"5\" maxlength=\"10000\""
                + " aria-describedby=\"hint\"></textarea><p class=\"hint\" id=\"hint\">" + words.text("hint")
                + "</p><button name=\"answer\" value=\"yes\">" + words.text("yes")
                + "</button><button name=\"answer\" value=\"no\">" + words.text("no") + "</button></form>";
    }

    private static String alert(PageWords words, SwitchboardException refusal) {
        boolean comment =
                refusal.fields().stream().anyMatch(field -> field.field().equals("comment"));
        return BarePage.alert(words.text(comment ? "long" : "choose"));
    }

    private static void refuse(PageWords words, HttpServletResponse response, ErrorCode code) throws IOException {
        String name = code == ErrorCode.LINK_NOT_VALID ? "gone" : "wait";
        BarePage.write(response, code.status(), words, words.text(name), "<p>" + words.text(name + "Hint") + "</p>");
    }
}
