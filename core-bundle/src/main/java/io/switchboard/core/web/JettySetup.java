package io.switchboard.core.web;

import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Makes of the server that Felix has started the one that we want; what Felix has a property for stands there. */
final class JettySetup {
    private JettySetup() {}

    static void apply(
            Server server, ProblemErrorHandler errors, Reception reception, OpenConnections connections, int threads) {
        // First, for whoever comes meanwhile finds either this or nothing.
        insert(server, reception);
        if (server.getThreadPool() instanceof ThreadPool.SizedThreadPool pool) {
            pool.setMaxThreads(threads);
        }
        server.setErrorHandler(errors);
        for (Connector connector : server.getConnectors()) {
            connector.addEventListener(connections);
            connector.getConnectionFactories().stream()
                    .filter(HttpConnectionFactory.class::isInstance)
                    .map(factory -> ((HttpConnectionFactory) factory).getHttpConfiguration())
                    .forEach(JettySetup::configure);
        }
    }

    private static void configure(HttpConfiguration configuration) {
        SecureRequestCustomizer secure = configuration.getCustomizer(SecureRequestCustomizer.class);
        if (secure != null) {
            // The Host header is believed nowhere, so it need not fit the certificate; the client checks that it does.
            secure.setSniHostCheck(false);
        }
    }

    /** Only the collection of contexts may be changed in a running server; the context must not be stopped by that. */
    private static void insert(Server server, Reception reception) {
        ContextHandlerCollection contexts = server.getDescendant(ContextHandlerCollection.class);
        ServletContextHandler servlets = server.getDescendant(ServletContextHandler.class);
        if (contexts == null || servlets == null) {
            throw new IllegalStateException("the web server has no context for servlets");
        }
        contexts.unmanage(servlets);
        reception.setHandler(servlets);
        contexts.setHandlers(List.of(reception));
    }

    static void stopAccepting(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof NetworkConnector network) {
                network.close();
            }
        }
    }
}
