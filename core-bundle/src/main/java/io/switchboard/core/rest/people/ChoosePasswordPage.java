package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.directory.Invitations;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page on which people choose a password by a link. It needs no script. Looking at it changes nothing, so that a mail
 * scanner uses no link up.
 */
abstract class ChoosePasswordPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "<form method=\"post\"><label for=\"password\">New password</label>"
            + "<input id=\"password\" name=\"password\" type=\"password\" required minlength=\"10\" maxlength=\"1000\""
            + " autocomplete=\"new-password\" aria-describedby=\"hint\">"
            + "<p class=\"hint\" id=\"hint\">At least 10 characters</p><button>Set password</button></form>";

    private final transient Invitations invitations;
    private final Purpose purpose;
    private final String title;

    ChoosePasswordPage(Invitations invitations, Purpose purpose, String title) {
        this.invitations = invitations;
        this.purpose = purpose;
        this.title = title;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BarePage.write(response, 200, title, FORM);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            BarePage.readForm(request);
            String password = Reading.password(request.getParameter("password"), null);
            if (password == null) {
                throw SwitchboardException.field("password", "must be given");
            }
            invitations.choose(purpose, BarePage.token(request), password, request.getRemoteAddr());
            BarePage.write(response, 200, "Your password is set", "<p>You can sign in with it now.</p>");
        } catch (SwitchboardException refusal) {
            int status = refusal.code().status();
            if (refusal.fields().isEmpty()) {
                BarePage.write(
                        response, status, refusal.code().title(), "<p>Ask for a new link, and use that one.</p>");
            } else {
                String alert = BarePage.alert("The password must have at least 10 characters.");
                BarePage.write(response, status, title, alert + FORM);
            }
        }
    }
}
