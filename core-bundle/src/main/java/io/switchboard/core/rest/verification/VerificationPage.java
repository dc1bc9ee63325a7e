package io.switchboard.core.rest.verification;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.verification.VerificationByLink;
import io.switchboard.core.rest.people.BarePage;
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
    private static final String TITLE = "Does it work?";
    private static final String FORM =
            "<form method=\"post\"><label for=\"comment\">Anything to add?</label><textarea id=\"comment\""
                    + " name=\"comment\" rows=\"5\" maxlength=\"10000\" aria-describedby=\"hint\"></textarea>"
                    + "<p class=\"hint\" id=\"hint\">If it does not work: what happens instead?</p>"
                    + "<button name=\"answer\" value=\"yes\">Yes, it works</button>"
                    + "<button name=\"answer\" value=\"no\">No, it does not</button></form>";

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
        try {
            BarePage.readForm(request);
            boolean works = VerificationResource.works(request.getParameter("answer"));
            Ticket ticket = verification.answer(
                    BarePage.token(request),
                    new Answer(works, request.getParameter("comment")),
                    request.getRemoteAddr());
            BarePage.write(response, 200, "Thank you", thanks(ticket, works));
        } catch (SwitchboardException refusal) {
            if (refusal.fields().isEmpty()) {
                refuse(response, refusal.code());
            } else {
                show(request, response, refusal.code().status(), alert(refusal));
            }
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String alert)
            throws IOException {
        try {
            VerificationByLink.Asked asked = verification.look(BarePage.token(request), request.getRemoteAddr());
            BarePage.write(response, status, TITLE, alert + what(asked.ticket()) + FORM);
        } catch (SwitchboardException refusal) {
            refuse(response, refusal.code());
        }
    }

    private static String what(Ticket ticket) {
        Resolution resolution = ticket.resolution();
        String number = "<p>Your request " + Bodies.escape(ticket.number());
        if (ticket.confidential() || resolution == null) {
            return number + " was solved.</p>";
        }
        return number + ", <strong>" + Bodies.escape(ticket.subject()) + "</strong>, was solved:</p><p>"
                + Bodies.escape(resolution.summary()).replace("\n", "<br>") + "</p>";
    }

    private static String thanks(Ticket ticket, boolean works) {
        String number = Bodies.escape(ticket.number());
        return works
                ? "<p>We are glad that it works. You need do nothing else about " + number + ".</p>"
                : "<p>We look at " + number + " again, and you hear from us.</p>";
    }

    private static String alert(SwitchboardException refusal) {
        return BarePage.alert(
                refusal.fields().stream().anyMatch(field -> field.field().equals("comment"))
                        ? "Please say it in at most 10,000 ordinary characters."
                        : "Please choose yes or no.");
    }

    private static void refuse(HttpServletResponse response, ErrorCode code) throws IOException {
        BarePage.write(
                response,
                code.status(),
                code.title(),
                code == ErrorCode.LINK_NOT_VALID
                        ? "<p>It was answered already, or is too old. To say something else, answer to one of our"
                                + " messages.</p>"
                        : "<p>Wait a little, then open the link again.</p>");
    }
}
