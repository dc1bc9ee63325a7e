package io.switchboard.core.rest.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.rest.CallerFilter;
import io.switchboard.core.rest.SessionCookie;
import io.switchboard.core.web.FrontDoor;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a form of the pages of customers, which need no script, signs them out. Looking at it changes nothing. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/sign-out"})
public final class SignOutPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Sessions sessions;
    private final transient SessionCookie cookie;
    private final transient FrontDoor door;

    /** Makes the page. */
    @Activate
    public SignOutPage(@Reference Sessions sessions, @Reference SessionCookie cookie, @Reference FrontDoor door) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.door = door;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, 200, "signOut");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, int status, String title)
            throws IOException {
        PageWords words = PageWords.asked(SignOutPage.class, request);
        String form = "<form method=\"post\"><button>" + words.text("signOut") + "</button></form>";
        BarePage.write(response, status, words, words.text(title), form);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!OwnForm.sent(request, door)) {
            show(request, response, ErrorCode.CSRF_REFUSED.status(), "foreign");
            return;
        }
        session(request).ifPresent(secret -> end(secret, request.getRemoteAddr()));
        response.addCookie(cookie.endOfServlet());
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/");
    }

    private static Optional<String> session(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(sent -> sent.getName().equals(CallerFilter.COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** A session that ended already needs no end. */
    private void end(String secret, String address) {
        try {
            sessions.signOut(sessions.authenticate(new Credentials(secret, null, null, null, false, address)), secret);
        } catch (SwitchboardException refusal) {
            if (refusal.code() != ErrorCode.SIGN_IN_REQUIRED) {
                throw refusal;
            }
        }
    }
}
