package io.switchboard.tracker.jira;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import io.switchboard.api.tracker.TrackerAwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jira's REST API, version 2, through the desk's guarded client. For any number of threads. */
final class Jira {
    private static final int LARGEST_ANSWER = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();

    private final OutgoingHttp http;
    private final String base;
    private final String authorization;
    private final Duration timeout;
    private final Clock clock;
    private final Health health;

    Jira(OutgoingHttp http, JiraSettings settings, String base, Clock clock, Health health) {
        this.http = http;
        this.base = base;
        this.authorization =
                authorization(settings.user().strip(), settings.token().strip());
        this.timeout = Duration.ofMillis(settings.timeout());
        this.clock = clock;
        this.health = health;
    }

    /** What came back: a status that is no failure, and JSON, missing where there is none. */
    record Said(int status, JsonNode json) {}

    /** Reads something; status 404 and 410 are answers. */
    Said get(String path) throws JiraFailure, TrackerAwayException {
        return send("GET", path, null);
    }

    /** Asks for something, or makes it; status 404 and 410 are answers. */
    Said post(String path, Map<String, ?> content) throws JiraFailure, TrackerAwayException {
        return send("POST", path, bytes(content));
    }

    static JsonNode json(byte[] body) throws JiraFailure {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null) {
                return json;
            }
        } catch (IOException none) {
            throw new JiraFailure("its answer is no JSON");
        }
        throw new JiraFailure("its answer is empty");
    }

    private static String authorization(String user, String token) {
        return user.isEmpty()
                ? "Bearer " + token
                : "Basic " + Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    private Said send(String method, String path, byte @Nullable [] body) throws JiraFailure, TrackerAwayException {
        health.requireRest(clock.instant());
        try {
            Said said = read(http.send(request(method, path, body)));
            health.answered();
            return said;
        } catch (IOException lost) {
            throw health.failed(
                    new JiraFailure("it does not answer, " + lost.getClass().getSimpleName()));
        } catch (SwitchboardException refused) {
            throw health.failed(new JiraFailure("the desk does not ask it: " + refused.getMessage()));
        } catch (JiraFailure failure) {
            throw health.failed(failure);
        }
    }

    @SuppressWarnings("NullAway") // the checker takes "byte @Nullable []" for an array that must be there
    private Request request(String method, String path, byte @Nullable [] body) {
        Map<String, String> headers =
                new LinkedHashMap<>(Map.of("Accept", "application/json", "Authorization", authorization));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return new Request(method, URI.create(base + "/rest/api/2" + path), headers, body, timeout, LARGEST_ANSWER);
    }

    private Said read(Answer answer) throws JiraFailure, TrackerAwayException {
        Duration pause = Limits.of(answer).orElse(null);
        if (pause != null) {
            throw health.rests(clock.instant(), pause);
        }
        int status = answer.status();
        return switch (status) {
            case 200, 201 -> new Said(status, json(answer.body()));
            case 404, 410 -> new Said(status, JSON.missingNode());
            case 400 ->
                throw new JiraFailure("it does not take the request, status 400, see to 'project' and 'type', and to"
                        + " fields that the project demands");
            case 401, 403 ->
                throw new JiraFailure("it does not let the desk in, status " + status + ", see to 'user' and 'token'");
            default -> throw new JiraFailure("it answers with status " + status);
        };
    }

    private static byte[] bytes(Map<String, ?> content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
