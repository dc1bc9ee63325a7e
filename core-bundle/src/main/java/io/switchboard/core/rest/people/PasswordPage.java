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
    private static final String FORM = "<form method=\"post\"><p><label for=\"password\">New password, at least 10"
            + " characters</label></p><p><input id=\"password\" name=\"password\" type=\"password\" required"
            + " minlength=\"10\" maxlength=\"1000\" autocomplete=\"new-password\"></p>"
            + "<p><button>Set password</button></p></form>";

    private final transient Invitations invitations;

    /** Makes the page. */
    @Activate
    public PasswordPage(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, 200, "Choose a new password", FORM);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        try {
            String password = Reading.password(request.getParameter("password"), null);
            if (password == null) {
                throw SwitchboardException.field("password", "must be given");
            }
            String token = path == null ? "" : path.substring(1);
            invitations.choose(Purpose.PASSWORD_RESET, token, password, request.getRemoteAddr());
            write(response, 200, "Your password is set", "<p>You can sign in with it now.</p>");
        } catch (SwitchboardException refusal) {
            String more = refusal.fields().isEmpty()
                    ? "<p>Ask for a new link, and use that one.</p>"
                    : "<p role=\"alert\">The password must have at least 10 characters.</p>" + FORM;
            write(response, refusal.code().status(), refusal.code().title(), more);
        }
    }

    private static void write(HttpServletResponse response, int status, String title, String content)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>" + title + "</title></head><body><main><h1>" + title
                        + "</h1>" + content + "</main></body></html>");
    }
}
