package io.switchboard.core.web;

import jakarta.servlet.Servlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty like Felix makes one, with one servlet, set up as the front door does it. */
final class WebServer implements AutoCloseable {
    final OpenConnections connections = new OpenConnections();
    final RequestGate gate;
    final Reception reception;
    private final Server server = new Server(new QueuedThreadPool(32));
    private final ServerConnector connector;

    WebServer(Servlet servlet, Admission admission, Duration patience) throws Exception {
        SecurityHeaders headers = new SecurityHeaders(false);
        ProblemErrorHandler errors = new ProblemErrorHandler(headers);
        gate = new RequestGate(headers, TrustedProxies.of("127.0.0.1"), connections);
        reception = new Reception(admission, new Admission(1, 0, Duration.ZERO), patience, errors);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        server.setHandler(new ContextHandlerCollection(context));
        HttpConnectionFactory http = new HttpConnectionFactory();
        http.getHttpConfiguration().addCustomizer(gate);
        connector = new ServerConnector(server, http);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
        JettySetup.apply(server, errors, reception, connections, 40);
    }

    WebServer(Servlet servlet) throws Exception {
        this(servlet, new Admission(16, 0, Duration.ZERO), Duration.ofMinutes(1));
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Opens a connection; a read waits for a minute at most. */
    Client connect() throws IOException {
        return new Client(new Socket(InetAddress.getLoopbackAddress(), port()));
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** A client that writes its bytes itself. */
    record Client(Socket socket) implements AutoCloseable {
        Client {
            try {
                socket.setSoTimeout(60_000);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Client send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        }

        /** Reads one answer that has a length; empty if the server closed the connection instead. */
        String answer() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            int length = text.lines()
                    .filter(line -> line.startsWith("Content-Length: "))
                    .mapToInt(line -> Integer.parseInt(line.substring(16)))
                    .findFirst()
                    .orElse(0);
            return text + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        }

        /** Says whether the server has ended the connection in an orderly way. */
        boolean ended() throws IOException {
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
