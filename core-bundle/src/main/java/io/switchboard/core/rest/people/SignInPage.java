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
        PageWords words = words(request);
        String form = "<p>" + words.text("once") + "</p><form method=\"post\"><button>" + words.text("signIn")
                + "</button></form>";
        BarePage.write(response, 200, words, words.text("signIn"), form);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OwnForm.sent(request, door)) {
            signIn(request, response);
        } else {
            tell(words(request), response, ErrorCode.CSRF_REFUSED, "foreign");
        }
    }

    private static PageWords words(HttpServletRequest request) {
        return PageWords.asked(SignInPage.class, request);
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageWords words = words(request);
        try {
            BarePage.readForm(request);
        } catch (SwitchboardException unreadable) {
            refuse(words, response, unreadable.code());
            return;
        }
        String code = request.getParameter("code");
        if (code != null && code.length() > LONGEST_CODE) {
            BarePage.write(response, 400, words, words.text("signIn"), wrong(words, "noCode"));
        } else {
            signIn(request, code, words, response);
        }
    }

    private void signIn(
            HttpServletRequest request, @Nullable String code, PageWords words, HttpServletResponse response)
            throws IOException {
        try {
            Sessions.Begun begun = invitations.signIn(BarePage.token(request), code, request.getRemoteAddr());
            response.addCookie(cookie.ofServlet(begun.secret()));
            BarePage.write(
                    response,
                    200,
                    words,
                    words.text("signedIn"),
                    "<a class=\"button\" href=\"/my\">" + words.text("toDesk") + "</a>");
        } catch (SwitchboardException refusal) {
            refuse(words, response, refusal.code());
        }
    }

    private static void refuse(PageWords words, HttpServletResponse response, ErrorCode code) throws IOException {
        switch (code) {
            case CODE_REQUIRED ->
                BarePage.write(response, code.status(), words, words.text("codeNeeded"), codeForm(words));
            case SIGN_IN_FAILED ->
                BarePage.write(response, code.status(), words, words.text("signIn"), wrong(words, "wrongCode"));
            case LINK_NOT_VALID -> tell(words, response, code, "gone");
            default -> tell(words, response, code, "wait");
        }
    }

    private static void tell(PageWords words, HttpServletResponse response, ErrorCode code, String name)
            throws IOException {
        BarePage.write(response, code.status(), words, words.text(name), "<p>" + words.text(name + "Hint") + "</p>");
    }

    private static String wrong(PageWords words, String why) {
        return BarePage.alert(words.text(why)) + codeForm(words);
    }

    private static String codeForm(PageWords words) {
        return "<form method=\"post\"><label for=\"code\">" + words.text("code")
                + "</label><input id=\"code\" name=\"code\" required maxlength=\"" + LONGEST_CODE + "\" autofocus"
                + " autocomplete=\"one-time-code\" autocapitalize=\"none\" spellcheck=\"false\""
                + " aria-describedby=\"hint\"><p class=\"hint\" id=\"hint\">" + words.text("codeHint")
                + "</p><button>" + words.text("signIn") + "</button></form>";
    }
}
