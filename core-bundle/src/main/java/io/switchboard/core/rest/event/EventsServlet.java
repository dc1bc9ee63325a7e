package io.switchboard.core.rest.event;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import io.switchboard.core.rest.CallerFilter;
import io.switchboard.core.web.Admission;
import io.switchboard.core.web.ProblemDocument;
import io.switchboard.core.web.ReadingServlet;
import io.switchboard.core.web.RequestId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /api/v1/events}: Server-Sent Events; {@code Last-Event-ID} goes on where a stream broke. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/v1/events",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class EventsServlet extends ReadingServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TOKEN = 500;

    private final transient RequestAuthenticator authenticator;
    private final transient EventHub hub;

    /** Makes the servlet. */
    @Activate
    public EventsServlet(@Reference RequestAuthenticator authenticator, @Reference EventHub hub) {
        this.authenticator = authenticator;
        this.hub = hub;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Credentials credentials = credentials(request);
            demandOwnPage(credentials);
            Caller caller = authenticator.authenticate(credentials);
            AccessPolicy.requireKnown(caller);
            if (!hub.hasPlace(caller)) {
                throw new SwitchboardException(
                        ErrorCode.TOO_MANY_REQUESTS, "You have too many event streams open; close some");
            }
            open(request, response, caller, credentials);
        } catch (SwitchboardException refusal) {
            ProblemDocument problem = ProblemDocument.of(refusal);
            response.setStatus(problem.status());
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            response.getOutputStream().write(problem.toJson((String) request.getAttribute(RequestId.ATTRIBUTE)));
        }
    }

    /** A page from elsewhere could not read the stream, but have it count against the places of whoever looks at it. */
    private void demandOwnPage(Credentials credentials) {
        String origin = credentials.origin();
        if (credentials.bearer() == null && origin != null && !authenticator.isOwnOrigin(origin)) {
            throw new SwitchboardException(ErrorCode.CSRF_REFUSED, "Open the stream from a page of this desk");
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Caller caller, Credentials credentials)
            throws IOException {
        Optional<String> token =
                Optional.ofNullable(request.getHeader("Last-Event-ID")).filter(sent -> !sent.isEmpty());
        if (token.isPresent() && token.get().length() > LONGEST_TOKEN) {
            throw new SwitchboardException(ErrorCode.INVALID_CURSOR, "Last-Event-ID is not one of this desk");
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getAttribute(Admission.ATTRIBUTE) instanceof Admission.Place place) {
            place.leave();
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        EventStream stream = new EventStream(caller, credentials, context);
        stream.open();
        hub.join(stream, token);
    }

    private static Credentials credentials(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        String origin = request.getHeader("Origin");
        return new Credentials(
                session(request),
                bearer && authorization != null ? authorization.substring(7).strip() : null,
                null,
                origin,
                false,
                request.getRemoteAddr());
    }

    private static @Nullable String session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(CallerFilter.COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
