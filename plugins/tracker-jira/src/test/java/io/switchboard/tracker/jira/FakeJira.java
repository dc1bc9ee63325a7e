package io.switchboard.tracker.jira;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Jira over real HTTP with one project, APP. It answers with what was recorded, filled in. */
final class FakeJira {
    static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/rest/api/2";

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final Map<String, ObjectNode> issues = new TreeMap<>();
    final List<JsonNode> made = new CopyOnWriteArrayList<>();
    final List<String> comments = new CopyOnWriteArrayList<>();
    final Map<String, String> headers = new ConcurrentHashMap<>();
    /** What is answered in the place of everything else. */
    volatile int status;

    volatile String recording = "not-found.json";
    /** Whether the next issue is made and the answer lost. */
    volatile boolean losesAnswer;
    /** Which search it has. */
    volatile String search = "/search/jql";

    private final HttpServer server;

    FakeJira() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jira";
    }

    void stop() {
        server.stop(0);
    }

    static byte[] recorded(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(FakeJira.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }

    /** Puts an issue there. */
    ObjectNode issue(int number) throws IOException {
        ObjectNode issue = (ObjectNode) JSON.readTree(filled("issue.json", number));
        issues.put("APP-" + number, issue);
        return issue;
    }

    private byte[] filled(String name, int number) throws IOException {
        return new String(recorded(name), StandardCharsets.UTF_8)
                .replace("@", address())
                .replace("10042", String.valueOf(10_000 + number))
                .replace("APP-42", "APP-" + number)
                .getBytes(StandardCharsets.UTF_8);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/jira" + API, "");
        asked.add(exchange.getRequestMethod() + " " + path);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (status != 0) {
            answer(exchange, status, recorded(recording));
        } else if (path.equals("/issue")) {
            make(exchange);
        } else if (path.equals(search)) {
            search(exchange);
        } else if (path.equals("/project/APP")) {
            answer(exchange, 200, filled("project.json", 1));
        } else {
            one(exchange, path.replaceFirst("^/issue/", ""));
        }
        exchange.close();
    }

    private void make(HttpExchange exchange) throws IOException {
        JsonNode wanted = JSON.readTree(exchange.getRequestBody()).path("fields");
        if (!wanted.at("/project/key").asText().equals("APP")) {
            answer(exchange, 400, recorded("bad-request.json"));
            return;
        }
        int number = 42 + made.size();
        ((ObjectNode) issue(number).path("fields")).set("labels", wanted.path("labels"));
        made.add(wanted);
        if (losesAnswer) {
            losesAnswer = false;
            return;
        }
        answer(exchange, 201, filled("created.json", number));
    }

    private void search(HttpExchange exchange) throws IOException {
        String jql = JSON.readTree(exchange.getRequestBody()).path("jql").asText();
        String label = jql.substring(jql.lastIndexOf('"', jql.length() - 2) + 1, jql.length() - 1);
        ObjectNode found = JSON.createObjectNode();
        ArrayNode list = found.putArray("issues");
        issues.values().stream()
                .filter(issue -> issue.at("/fields/labels").toString().contains("\"" + label + "\""))
                .forEach(list::add);
        answer(exchange, 200, JSON.writeValueAsBytes(found.put("isLast", true)));
    }

    private void one(HttpExchange exchange, String path) throws IOException {
        ObjectNode issue = issues.get(path.replaceFirst("/comment$", ""));
        if (issue == null) {
            answer(exchange, 404, recorded("not-found.json"));
        } else if (path.endsWith("/comment")) {
            comments.add(JSON.readTree(exchange.getRequestBody()).path("body").asText());
            answer(exchange, 201, filled("comment.json", 42));
        } else {
            answer(exchange, 200, JSON.writeValueAsBytes(issue));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
