package io.switchboard.core.rest;

import io.switchboard.core.web.FrontDoor;
import jakarta.ws.rs.core.NewCookie;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The cookie by which a browser is known: no script sees it, and no foreign page has it sent with a form. */
@Component(service = SessionCookie.class)
public final class SessionCookie {
    private final FrontDoor door;

    /** Makes it. */
    @Activate
    public SessionCookie(@Reference FrontDoor door) {
        this.door = door;
    }

    /** Returns the cookie of a session, which goes when the browser is closed. */
    public NewCookie of(String secret) {
        return cookie(secret, NewCookie.DEFAULT_MAX_AGE);
    }

    /** Returns what takes the cookie away. */
    public NewCookie none() {
        return cookie("", 0);
    }

    /** Returns the cookie of a session as a servlet sets it. */
    public jakarta.servlet.http.Cookie ofServlet(String secret) {
        return ofServlet(of(secret));
    }

    /** Returns what takes the cookie away as a servlet sets it. */
    public jakarta.servlet.http.Cookie endOfServlet() {
        return ofServlet(none());
    }

    private static jakarta.servlet.http.Cookie ofServlet(NewCookie cookie) {
        jakarta.servlet.http.Cookie made = new jakarta.servlet.http.Cookie(cookie.getName(), cookie.getValue());
        made.setPath(cookie.getPath());
        made.setMaxAge(cookie.getMaxAge());
        made.setHttpOnly(cookie.isHttpOnly());
        made.setSecure(cookie.isSecure());
        made.setAttribute("SameSite", "Lax");
        return made;
    }

    private NewCookie cookie(String secret, int age) {
        return new NewCookie.Builder(CallerFilter.COOKIE)
                .value(secret)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(door.publicAddress().secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
