package io.switchboard.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes, once, what a measured desk needs: a team of ten agents, and a token to call with. */
final class DeskSetup {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEAM = "Measured desk";
    private static final int AGENTS = 10;
    /** Of a plugin that came a moment ago nothing is known yet. */
    private static final Set<String> NOTHING_TOLD = Set.of("green", "unknown");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;

    DeskSetup(URI api) {
        this.api = api;
    }

    /** Returns a token of the administrator's, after there are agents. */
    String token() throws IOException, InterruptedException {
        HttpResponse<String> session = send(
                "session",
                Map.of("email", ServerProcess.ADMINISTRATOR, "password", ServerProcess.PASSWORD),
                null,
                null);
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String csrf = JSON.readTree(session.body()).path("csrfToken").asText();
        String token = JSON.readTree(
                        send("tokens", Map.of("name", "measure"), cookie, csrf).body())
                .path("token")
                .asText();
        if (!get("teams", token).contains(TEAM)) {
            addAgents(cookie, csrf);
        }
        return token;
    }

    private void addAgents(String cookie, String csrf) throws IOException, InterruptedException {
        JsonNode team = JSON.readTree(
                send("teams", Map.of("name", TEAM, "tier", 1), cookie, csrf).body());
        for (int number = 1; number <= AGENTS; number++) {
            Map<String, Object> agent = Map.of(
                    "name",
                    "Agent " + number,
                    "email",
                    "agent" + number + "@example.org",
                    "teams",
                    List.of(team.path("id").asText()));
            send("agents", agent, cookie, csrf);
        }
    }

    /** Installs a plugin on the running desk, and returns its id. */
    String install(Path plugin, String token) throws IOException {
        Installed installed = tryToInstall(plugin, token);
        if (!installed.refusal().isEmpty()) {
            throw new IOException(plugin + " was refused: " + installed.refusal());
        }
        return installed.plugin();
    }

    /**
     * What became of an archive.
     *
     * @param plugin its id, or the archive's name where it was refused
     * @param refusal why not, or empty
     */
    record Installed(String plugin, String refusal) {}

    /** Has the running desk install a plugin. */
    Installed tryToInstall(Path plugin, String token) {
        try {
            HttpRequest request = HttpRequest.newBuilder(api.resolve("plugins"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/java-archive")
                    .POST(BodyPublishers.ofFile(plugin))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            return answer.statusCode() == 201
                    ? new Installed(body.path("id").asText(), "")
                    : new Installed(
                            plugin.getFileName().toString(), body.path("detail").asText(answer.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * What administrators are told of a plugin.
     *
     * @param words its grade and what is said, or why it was refused
     * @param after how long it took until something else than green was said
     */
    record Told(String words, Duration after) {}

    /** Asks for a plugin's health until it is not green, for half a minute at most; of one that was refused tells why. */
    Told told(Installed installed, String token) {
        if (!installed.refusal().isEmpty()) {
            return new Told("refused: " + installed.refusal().replace("|", "\\|"), Duration.ZERO);
        }
        long begin = System.nanoTime();
        JsonNode health;
        Duration after;
        try {
            do {
                Thread.sleep(200);
                health = JSON.readTree(get("plugins/" + installed.plugin() + "/health", token));
                after = Duration.ofNanos(System.nanoTime() - begin);
            } while (NOTHING_TOLD.contains(health.path("grade").asText()) && after.compareTo(PATIENCE) < 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        String messages = String.join("; ", JSON.convertValue(health.path("messages"), String[].class));
        return new Told((health.path("grade").asText() + ": " + messages).replace("|", "\\|"), after);
    }

    /** Removes a plugin from the running desk. */
    void remove(String plugin, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("plugins/" + plugin))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .DELETE()
                .build();
        int status = client.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 204) {
            throw new IOException("Removing " + plugin + " was answered " + status);
        }
    }

    private String get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> send(String path, Object body, @Nullable String cookie, @Nullable String csrf)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (cookie != null && csrf != null) {
            request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("POST " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
