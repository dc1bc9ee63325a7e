package io.switchboard.directory.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The CRM as the settings describe it.
 *
 * @param http the guarded way out
 * @param address with {@code {email}} in it
 * @param headers what is sent with each question
 * @param timeout how long it may take
 * @param maximumAnswer how many KiB it may answer
 * @param clock the desk's
 */
record Crm(
        OutgoingHttp http,
        String address,
        Map<String, String> headers,
        Duration timeout,
        int maximumAnswer,
        Clock clock) {
    /** What stands for the customer's address. */
    static final String EMAIL = "{email}";

    private static final int DEPTH = 100;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Keeps a copy. */
    Crm {
        headers = Map.copyOf(headers);
    }

    static Crm of(OutgoingHttp http, HttpSettings settings, Clock clock) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        if (!settings.header().isBlank() && !settings.secret().isEmpty()) {
            headers.put(settings.header().strip(), settings.secret());
        }
        return new Crm(
                http,
                settings.address().strip(),
                headers,
                Duration.ofMillis(settings.timeout()),
                settings.maximumAnswer(),
                clock);
    }

    /** Returns what it answers about an address, or nothing if it does not know it. */
    Optional<JsonNode> ask(String email) throws NoAnswer {
        URI question = URI.create(address.replace(EMAIL, encoded(email)));
        long begun = System.nanoTime();
        try {
            return read(http.send(request(question)));
        } catch (IOException lost) {
            boolean late = System.nanoTime() - begun >= timeout.toNanos();
            throw new NoAnswer(
                    late ? "it did not answer within the " + timeout.toMillis() + " ms of 'timeout'" : why(lost));
        } catch (SwitchboardException refused) {
            throw new NoAnswer(
                    refused.code() == ErrorCode.TOO_LARGE
                            ? "its answer is larger than the " + maximumAnswer + " KiB of 'maximumAnswer'"
                            : "the desk does not ask it: " + refused.getMessage());
        }
    }

    @SuppressWarnings("NullAway") // the checker takes "byte @Nullable []" for an array that must be there
    private Request request(URI question) {
        return new Request("GET", question, headers, null, timeout, maximumAnswer << 10);
    }

    /** In own words, since the exception's may name the whole address and so the customer. */
    private static String why(IOException lost) {
        if (lost instanceof UnknownHostException) {
            return "no machine has the name that stands in 'address'";
        }
        if (lost instanceof ConnectException) {
            return "it cannot be reached";
        }
        if (lost instanceof SSLException) {
            return "the connection cannot be secured, see to its certificate";
        }
        return "it does not answer, " + lost.getClass().getSimpleName();
    }

    private Optional<JsonNode> read(Answer answer) throws NoAnswer {
        int status = answer.status();
        return switch (status) {
            case 204, 404, 410 -> Optional.empty();
            case 401, 403 -> throw new NoAnswer("it does not let the desk in, status " + status + ", see to 'secret'");
            case 429 ->
                throw new NoAnswer(
                        "it is asked too often, status 429, and will be asked again later",
                        RetryAfter.of(answer, clock.instant(), PAUSE));
            case 503 ->
                throw new NoAnswer(
                        "it is out of service, status 503, and will be asked again later",
                        RetryAfter.of(answer, clock.instant(), Duration.ZERO));
            default -> {
                if (status < 200 || status > 299) {
                    throw new NoAnswer("it answers with status " + status);
                }
                yield Optional.of(json(answer.body()));
            }
        };
    }

    private static JsonNode json(byte[] body) throws NoAnswer {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && !json.isMissingNode()) {
                return json;
            }
        } catch (IOException none) {
            throw new NoAnswer("its answer is no JSON");
        }
        throw new NoAnswer("its answer is empty");
    }

    /** A space is %20 in a path and in a query alike. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
