package io.switchboard.core.rest.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.people.directory.Invitations;
import io.switchboard.core.rest.SessionCookie;
import io.switchboard.core.web.FrontDoor;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The page to which a link that signs a customer in leads. It needs no script. Looking at it changes nothing, so that a
 * mail scanner uses no link up; and only the page's own form signs in, so that nobody is brought into the account of
 * somebody else by a form of another site.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/sign-in/*"})
public final class SignInPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CODE = 40;
    private static final String TITLE = "Sign in";
    private static final String FORM =
            "<p>This link signs you in once.</p>" + "<form method=\"post\"><button>Sign in</button></form>";
    private static final String CODE_FORM = "<form method=\"post\"><label for=\"code\">Code</label>"
            + "<input id=\"code\" name=\"code\" required maxlength=\"" + LONGEST_CODE + "\" autofocus"
            + " autocomplete=\"one-time-code\" autocapitalize=\"none\" spellcheck=\"false\""
            + " aria-describedby=\"hint\"><p class=\"hint\" id=\"hint\">Of your authenticator app, or a recovery"
            + " code</p><button>Sign in</button></form>";

    private final transient Invitations invitations;
    private final transient SessionCookie cookie;
    private final transient FrontDoor door;

    /** Makes the page. */
    @Activate
    public SignInPage(@Reference Invitations invitations, @Reference SessionCookie cookie, @Reference FrontDoor door) {
        this.invitations = invitations;
        this.cookie = cookie;
        this.door = door;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BarePage.write(response, 200, TITLE, FORM);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!fromThisPage(request)) {
            BarePage.write(
                    response,
                    ErrorCode.CSRF_REFUSED.status(),
                    "This did not come from a page of this desk",
                    "<p>Open the link in your mail again, and sign in there.</p>");
        } else {
            signIn(request, response);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            BarePage.readForm(request);
        } catch (SwitchboardException unreadable) {
            refuse(response, unreadable.code());
            return;
        }
        String code = request.getParameter("code");
        if (code != null && code.length() > LONGEST_CODE) {
            BarePage.write(response, 400, TITLE, BarePage.alert("This is no code.") + CODE_FORM);
        } else {
            signIn(request, code, response);
        }
    }

    private void signIn(HttpServletRequest request, @Nullable String code, HttpServletResponse response)
            throws IOException {
        try {
            Sessions.Begun begun = invitations.signIn(BarePage.token(request), code, request.getRemoteAddr());
            response.addCookie(cookie.ofServlet(begun.secret()));
            BarePage.write(
                    response, 200, "You are signed in", "<a class=\"button\" href=\"/\">Go to the help desk</a>");
        } catch (SwitchboardException refusal) {
            refuse(response, refusal.code());
        }
    }

    private static void refuse(HttpServletResponse response, ErrorCode code) throws IOException {
        switch (code) {
            case CODE_REQUIRED -> BarePage.write(response, code.status(), code.title(), CODE_FORM);
            case SIGN_IN_FAILED ->
                BarePage.write(
                        response,
                        code.status(),
                        TITLE,
                        BarePage.alert("The code does not fit. Try the next one.") + CODE_FORM);
            case LINK_NOT_VALID ->
                BarePage.write(response, code.status(), code.title(), "<p>Ask for a new link, and use that one.</p>");
            default ->
                BarePage.write(
                        response, code.status(), code.title(), "<p>Wait a little, then open the link again.</p>");
        }
    }

    /**
     * Browsers say where a form was sent from, those of a desk without TLS by its origin only. Other programs sign in over
     * the API.
     */
    private boolean fromThisPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? door.publicAddress().isOwn(request.getHeader("Origin")) : site.equals("same-origin");
    }
}
