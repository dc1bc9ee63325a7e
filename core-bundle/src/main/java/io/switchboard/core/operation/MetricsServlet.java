package io.switchboard.core.operation;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import io.switchboard.core.web.ProblemDocument;
import io.switchboard.core.web.ReadingServlet;
import io.switchboard.core.web.RequestId;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /metrics}: for callers on this machine, and for those with the right to read it. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/metrics")
public final class MetricsServlet extends ReadingServlet {
    private static final long serialVersionUID = 1L;

    private final transient Meters meters;
    private final transient RequestAuthenticator authenticator;

    /** Makes the servlet. */
    @Activate
    public MetricsServlet(@Reference Meters meters, @Reference RequestAuthenticator authenticator) {
        this.meters = meters;
        this.authenticator = authenticator;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            permit(request);
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getOutputStream().write(meters.scrape().getBytes(StandardCharsets.UTF_8));
        } catch (SwitchboardException refusal) {
            ProblemDocument problem = ProblemDocument.of(refusal);
            response.setStatus(problem.status());
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            response.getOutputStream().write(problem.toJson((String) request.getAttribute(RequestId.ATTRIBUTE)));
        }
    }

    private void permit(HttpServletRequest request) throws IOException {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (!forwarded && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            return;
        }
        String authorization = request.getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        Credentials credentials = new Credentials(
                null,
                bearer && authorization != null ? authorization.substring(7).strip() : null,
                null,
                null,
                false,
                request.getRemoteAddr());
        AccessPolicy.require(authenticator.authenticate(credentials), Right.OPERATION_READ);
    }
}
