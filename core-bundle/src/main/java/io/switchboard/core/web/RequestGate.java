package io.switchboard.core.web;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * What every request gets before anything looks at it: its id, the protecting headers, and its client found behind trusted
 * proxies. While the server stops, each answer also ends its connection.
 */
final class RequestGate implements HttpConfiguration.Customizer {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final SecurityHeaders securityHeaders;
    private final TrustedProxies proxies;
    private final OpenConnections connections;
    private volatile boolean closing;

    RequestGate(SecurityHeaders securityHeaders, TrustedProxies proxies, OpenConnections connections) {
        this.securityHeaders = securityHeaders;
        this.proxies = proxies;
        this.connections = connections;
    }

    /** From now on every answer is the last of its connection. */
    void closeAfterAnswers() {
        closing = true;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        String id = RequestId.next();
        request.setAttribute(RequestId.ATTRIBUTE, id);
        responseHeaders.put(RequestId.HEADER, id);
        securityHeaders.addTo(responseHeaders);
        if (closing) {
            responseHeaders.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        Connection connection = request.getConnectionMetaData().getConnection();
        connections.begun(connection);
        Request.addCompletionListener(request, ended -> connections.ended(connection));
        return behindProxy(request);
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
