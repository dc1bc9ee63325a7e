package io.switchboard.tracker.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** GitHub over real HTTP with one repository, octo/app. It answers with what was recorded, filled in. */
final class FakeGithub {
    static final JsonMapper JSON = new JsonMapper();

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final TreeMap<Integer, ObjectNode> issues = new TreeMap<>();
    final List<String> comments = new CopyOnWriteArrayList<>();
    final Map<String, String> headers = new ConcurrentHashMap<>();
    /** What is answered in the place of everything else: a status and a recording. */
    volatile int status;

    volatile String recording = "not-found.json";
    /** Whether the next issue is made and the answer lost. */
    volatile boolean losesAnswer;
    /** How many of the latest issues the list shows at most. */
    volatile int listed = 100;

    private final HttpServer server;

    FakeGithub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    static byte[] recorded(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(FakeGithub.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }

    /** Puts an issue there. */
    ObjectNode issue(int number, String body) throws IOException {
        String text = new String(recorded("issue.json"), StandardCharsets.UTF_8)
                .replace("@", address())
                .replace("/issues/42", "/issues/" + number);
        ObjectNode issue = (ObjectNode) JSON.readTree(text);
        issue.put("number", number).put("body", body);
        issues.put(number, issue);
        return issue;
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (status != 0) {
            answer(exchange, status, recorded(recording));
        } else if (path.equals("/repos/octo/app/issues")) {
            list(exchange);
        } else if (path.equals("/search/issues")) {
            search(exchange);
        } else if (path.equals("/repos/octo/app")) {
            answer(exchange, 200, "{\"full_name\": \"octo/app\"}".getBytes(StandardCharsets.UTF_8));
        } else {
            one(exchange, path);
        }
        exchange.close();
    }

    private void list(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            List<JsonNode> latest = new ArrayList<>(issues.descendingMap().values());
            answer(exchange, 200, array(latest.subList(0, Math.min(listed, latest.size()))));
            return;
        }
        JsonNode wanted = JSON.readTree(exchange.getRequestBody());
        int number = issues.isEmpty() ? 42 : issues.lastKey() + 1;
        ObjectNode made = issue(number, wanted.path("body").asText());
        made.set("title", wanted.path("title"));
        made.set("asked", wanted);
        if (losesAnswer) {
            losesAnswer = false;
            return;
        }
        answer(exchange, 201, JSON.writeValueAsBytes(made));
    }

    private void search(HttpExchange exchange) throws IOException {
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        String key = query.substring(query.indexOf('"') + 1, query.lastIndexOf('"'));
        ObjectNode found = JSON.createObjectNode();
        ArrayNode items = found.putArray("items");
        issues.values().stream()
                .filter(issue -> issue.path("body").asText().contains(key))
                .forEach(items::add);
        answer(exchange, 200, JSON.writeValueAsBytes(found));
    }

    private void one(HttpExchange exchange, String path) throws IOException {
        ObjectNode issue = at(path);
        if (issue == null) {
            answer(exchange, 404, recorded("not-found.json"));
        } else if (path.endsWith("/comments")) {
            comments.add(JSON.readTree(exchange.getRequestBody()).path("body").asText());
            answer(exchange, 201, recorded("comment.json"));
        } else {
            answer(exchange, 200, JSON.writeValueAsBytes(issue));
        }
    }

    private @Nullable ObjectNode at(String path) {
        String number = path.replaceFirst("^/repos/octo/app/issues/", "").replaceFirst("/comments$", "");
        return number.matches("[0-9]{1,9}") ? issues.get(Integer.valueOf(number)) : null;
    }

    private static byte[] array(List<JsonNode> list) throws IOException {
        return JSON.writeValueAsBytes(list);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
