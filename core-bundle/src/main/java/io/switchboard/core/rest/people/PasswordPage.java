package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.directory.Invitations;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The page to which a link for a new password leads. It needs no script. Looking at it changes nothing, so that a mail
 * scanner uses no link up.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/password/*"})
public final class PasswordPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TITLE = "Choose a new password";
    private static final String FORM = "<form method=\"post\"><label for=\"password\">New password</label>"
            + "<input id=\"password\" name=\"password\" type=\"password\" required minlength=\"10\" maxlength=\"1000\""
            + " autocomplete=\"new-password\" aria-describedby=\"hint\">"
            + "<p class=\"hint\" id=\"hint\">At least 10 characters</p><button>Set password</button></form>";

    private final transient Invitations invitations;

    /** Makes the page. */
    @Activate
    public PasswordPage(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BarePage.write(response, 200, TITLE, FORM);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String password = Reading.password(request.getParameter("password"), null);
            if (password == null) {
                throw SwitchboardException.field("password", "must be given");
            }
            invitations.choose(Purpose.PASSWORD_RESET, BarePage.token(request), password, request.getRemoteAddr());
            BarePage.write(response, 200, "Your password is set", "<p>You can sign in with it now.</p>");
        } catch (SwitchboardException refusal) {
            int status = refusal.code().status();
            if (refusal.fields().isEmpty()) {
                BarePage.write(
                        response, status, refusal.code().title(), "<p>Ask for a new link, and use that one.</p>");
            } else {
                String alert = BarePage.alert("The password must have at least 10 characters.");
                BarePage.write(response, status, TITLE, alert + FORM);
            }
        }
    }
}
