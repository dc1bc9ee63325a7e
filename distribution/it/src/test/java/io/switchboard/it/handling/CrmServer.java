package io.switchboard.it.handling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A CRM over HTTP on this machine: answers about addresses that it knows, can fail, hang, go away and come back. */
final class CrmServer {
    /** What it answers about whom; whoever is not here is unknown. */
    final Map<String, String> contacts = new ConcurrentHashMap<>();
    /** Which questions came, each with the secret before it. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile int status = 200;
    volatile @Nullable CountDownLatch held;

    private HttpServer server = listen(0);
    private final int port = server.getAddress().getPort();

    String address() {
        return "http://127.0.0.1:" + port + "/contacts?mail={email}";
    }

    /** Listens again, on the port that it had. */
    void startAgain() {
        server = listen(port);
    }

    void stop() {
        server.stop(0);
    }

    private HttpServer listen(int on) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), on), 0);
            made.setExecutor(Executors.newCachedThreadPool());
            made.createContext("/contacts", this::serve);
            made.start();
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestURI().getRawQuery());
        await();
        String query = exchange.getRequestURI().getQuery();
        String known = contacts.get(query.substring(query.indexOf('=') + 1));
        byte[] body = (known == null ? "{\"message\":\"none\"}" : known).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status == 200 && known == null ? 404 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() throws IOException {
        CountDownLatch latch = held;
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
