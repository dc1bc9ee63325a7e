package io.switchboard.tracker.github;

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
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GitHub's REST API, version 2022-11-28, through the desk's guarded client. For any number of threads. */
final class Github {
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();

    private final OutgoingHttp http;
    private final String address;
    private final String token;
    private final Duration timeout;
    private final Clock clock;
    private final Health health;

    Github(OutgoingHttp http, GithubSettings settings, Clock clock, Health health) {
        this.http = http;
        this.address = settings.address().strip().replaceAll("/+$", "");
        this.token = settings.token();
        this.timeout = Duration.ofMillis(settings.timeout());
        this.clock = clock;
        this.health = health;
    }

    /** What came back: a status that is no failure, and JSON, missing where there is none. */
    record Said(int status, JsonNode json) {}

    /** Reads something; status 404 and 410 are answers. */
    Said get(String path) throws GithubFailure, TrackerAwayException {
        return send("GET", path, null);
    }

    /** Makes something. */
    JsonNode post(String path, Map<String, ?> content) throws GithubFailure, TrackerAwayException {
        Said said = send("POST", path, bytes(content));
        if (said.status() == 201) {
            return said.json();
        }
        throw health.failed(new GithubFailure(
                "it answers with status " + said.status() + ", see to 'repository' and to what 'token' may do"));
    }

    static JsonNode json(byte[] body) throws GithubFailure {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null) {
                return json;
            }
        } catch (IOException none) {
            throw new GithubFailure("its answer is no JSON");
        }
        throw new GithubFailure("its answer is empty");
    }

    private Said send(String method, String path, byte @Nullable [] body) throws GithubFailure, TrackerAwayException {
        health.requireRest(clock.instant());
        try {
            Said said = read(http.send(request(method, path, body)));
            health.answered();
            return said;
        } catch (IOException lost) {
            throw health.failed(
                    new GithubFailure("it does not answer, " + lost.getClass().getSimpleName()));
        } catch (SwitchboardException refused) {
            throw health.failed(new GithubFailure("the desk does not ask it: " + refused.getMessage()));
        } catch (GithubFailure failure) {
            throw health.failed(failure);
        }
    }

    @SuppressWarnings("NullAway") // the checker takes "byte @Nullable []" for an array that must be there
    private Request request(String method, String path, byte @Nullable [] body) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "Accept", "application/vnd.github+json",
                "X-GitHub-Api-Version", "2022-11-28",
                "User-Agent", "Switchboard"));
        if (!token.isBlank()) {
            headers.put("Authorization", "Bearer " + token.strip());
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return new Request(method, URI.create(address + path), headers, body, timeout, LARGEST_ANSWER);
    }

    private Said read(Answer answer) throws GithubFailure, TrackerAwayException {
        Duration pause = RateLimit.of(answer, clock.instant()).orElse(null);
        if (pause != null) {
            throw health.rests(clock.instant(), pause);
        }
        int status = answer.status();
        return switch (status) {
            case 200, 201 -> new Said(status, json(answer.body()));
            case 404, 410 -> new Said(status, JSON.missingNode());
            case 401, 403 ->
                throw new GithubFailure("it does not let the desk in, status " + status + ", see to 'token'");
            case 422 -> throw new GithubFailure("it does not take the report, status 422, see to 'labels'");
            default -> throw new GithubFailure("it answers with status " + status);
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
