package io.switchboard.core.rest.people;

import io.switchboard.core.web.FrontDoor;
import jakarta.servlet.http.HttpServletRequest;

/** Tells forms of the desk's own pages from those of other sites. */
final class OwnForm {
    private OwnForm() {}

    /**
     * Browsers say where a form was sent from, those of a desk without TLS by its origin only. Other programs sign in over
     * the API.
     */
    static boolean sent(HttpServletRequest request, FrontDoor door) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? door.publicAddress().isOwn(request.getHeader("Origin")) : site.equals("same-origin");
    }
}
