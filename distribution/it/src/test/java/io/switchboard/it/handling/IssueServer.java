package io.switchboard.it.handling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * GitHub with the repository octo/app, and Jira with the project APP, over HTTP on this machine: they take issues and comments, can be
 * away and come back, and can lose an answer.
 */
public final class IssueServer {
    static final String WEBHOOK = "/x/handle-bug/webhooks/github";

    private static final ObjectMapper JSON = new ObjectMapper();

    final TreeMap<Integer, ObjectNode> issues = new TreeMap<>();
    final List<JsonNode> jiraIssues = new CopyOnWriteArrayList<>();
    final List<String> comments = new CopyOnWriteArrayList<>();
    /** Whether the next issue is made and the answer lost. */
    volatile boolean losesAnswer;

    private HttpServer server = listen(0);
    private final int port = server.getAddress().getPort();

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Listens again, on the port that it had. */
    void startAgain() {
        server = listen(port);
    }

    /** Is away from now on. */
    public void stop() {
        server.stop(0);
    }

    /** Closes an issue, for a reason of GitHub's. */
    public synchronized void close(int number, String reason) {
        ObjectNode issue = issues.get(number);
        issue.put("state", "closed").put("state_reason", reason);
    }

    synchronized int count() {
        return issues.size();
    }

    synchronized String words(int number) {
        ObjectNode issue = issues.get(number);
        return issue.path("title").asText() + "\n" + issue.path("body").asText();
    }

    /** Tells the desk that an issue was closed, signed with a secret. */
    public Response deliver(Http desk, int number, String secret) {
        byte[] body = ("{\"action\": \"closed\", \"issue\": {\"number\": " + number
                        + "}, \"repository\": {\"full_name\": \"Octo/App\"}}")
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "X-GitHub-Event",
                "issues",
                "X-Hub-Signature-256",
                signature(body, secret));
        return desk.send("POST", "/api/v1" + WEBHOOK, BodyPublishers.ofByteArray(body), headers);
    }

    private static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpServer listen(int on) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), on), 0);
            made.createContext("/repos/octo/app", this::github);
            made.createContext("/jira/rest/api/2", this::jira);
            made.start();
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void github(HttpExchange exchange) throws IOException {
        String rest = exchange.getRequestURI().getPath().substring("/repos/octo/app".length());
        boolean posted = exchange.getRequestMethod().equals("POST");
        if (rest.equals("/issues") && posted) {
            make(exchange);
        } else if (rest.equals("/issues")) {
            ArrayNode list = JSON.createArrayNode();
            issues.descendingMap().values().forEach(list::add);
            answer(exchange, 200, list);
        } else if (posted) {
            comments.add(JSON.readTree(exchange.getRequestBody()).path("body").asText());
            answer(exchange, 201, JSON.createObjectNode().put("id", comments.size()));
        } else if (rest.isEmpty()) {
            answer(exchange, 200, JSON.createObjectNode().put("full_name", "octo/app"));
        } else {
            ObjectNode issue = issues.get(Integer.valueOf(rest.substring("/issues/".length())));
            answer(exchange, issue == null ? 404 : 200, issue == null ? JSON.createObjectNode() : issue);
        }
        exchange.close();
    }

    private void make(HttpExchange exchange) throws IOException {
        ObjectNode issue = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        int number = issues.size() + 1;
        issue.put("number", number).put("state", "open").put("html_url", address() + "/octo/app/issues/" + number);
        issue.putNull("state_reason").putArray("assignees");
        issues.put(number, issue);
        if (losesAnswer) {
            losesAnswer = false;
            return;
        }
        answer(exchange, 201, issue);
    }

    private synchronized void jira(HttpExchange exchange) throws IOException {
        String rest = exchange.getRequestURI().getPath().substring("/jira/rest/api/2".length());
        ObjectNode said = JSON.createObjectNode();
        if (rest.equals("/search/jql")) {
            said.putArray("issues");
            answer(exchange, 200, said);
        } else if (rest.equals("/issue")) {
            jiraIssues.add(JSON.readTree(exchange.getRequestBody()).path("fields"));
            answer(exchange, 201, said.put("id", "10001").put("key", "APP-" + jiraIssues.size()));
        } else {
            said.put("key", rest.substring("/issue/".length()))
                    .putObject("fields")
                    .putObject("status")
                    .put("name", "To Do")
                    .putObject("statusCategory")
                    .put("key", "new");
            answer(exchange, 200, said);
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, JsonNode content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
