package io.switchboard.core.web;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here before any servlet: it gets its id and the protecting headers, its address and method are
 * judged, its client is found behind trusted proxies, and it is let in or turned away.
 */
final class RequestGate implements HttpConfiguration.Customizer {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final SecurityHeaders securityHeaders;
    private final TrustedProxies proxies;
    private final Admission admission;

    RequestGate(SecurityHeaders securityHeaders, TrustedProxies proxies, Admission admission) {
        this.securityHeaders = securityHeaders;
        this.proxies = proxies;
        this.admission = admission;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        String id = RequestId.next();
        request.setAttribute(RequestId.ATTRIBUTE, id);
        responseHeaders.put(RequestId.HEADER, id);
        securityHeaders.addTo(responseHeaders);
        judge(request);
        letIn(request);
        return behindProxy(request);
    }

    private static void judge(Request request) {
        HttpURI uri = request.getHttpURI();
        String fault = StrictAddress.faultOf(uri.getPath(), uri.getQuery());
        if (fault != null) {
            throw new SwitchboardException(ErrorCode.INVALID_ADDRESS, fault);
        }
        if (!METHODS.contains(request.getMethod())) {
            throw new SwitchboardException(ErrorCode.METHOD_NOT_ALLOWED, "This method is not one that the desk knows");
        }
    }

    private void letIn(Request request) {
        if (isHealth(request.getHttpURI().getPath())) {
            return;
        }
        Admission.Place place = admission.enter();
        if (place == null) {
            throw new SwitchboardException(ErrorCode.OVERLOADED, "The server is busy; try again in a second");
        }
        request.setAttribute(Admission.ATTRIBUTE, place);
        Request.addCompletionListener(request, ended -> place.leave());
    }

    /** A busy server must still be able to say that it lives. */
    private static boolean isHealth(@Nullable String path) {
        return path != null && path.startsWith("/health/");
    }

    private Request behindProxy(Request request) {
        String forwardedFor = request.getHeaders().get(FORWARDED_FOR);
        if (forwardedFor == null) {
            return request;
        }
        String peer = Request.getRemoteAddr(request);
        String client = proxies.client(peer, forwardedFor);
        return client.equals(peer) ? request : new ForwardedRequest(request, client);
    }

    private static final class ForwardedRequest extends Request.Wrapper {
        private final ConnectionMetaData connection;

        ForwardedRequest(Request request, String client) {
            super(request);
            InetSocketAddress address = InetSocketAddress.createUnresolved(client, 0);
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return address;
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
