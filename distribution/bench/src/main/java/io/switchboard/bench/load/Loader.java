package io.switchboard.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts lines on several connections. A server that is busy or away for a moment is asked again. */
final class Loader {

    private static final int TRIES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadOptions options;
    private final TicketMapping mapping;
    private final Tally tally;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Loader(LoadOptions options, Tally tally) {
        this.options = options;
        this.mapping = new TicketMapping(options.system());
        this.tally = tally;
    }

    /** Posts all lines of the file. */
    void run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(options.connections());
        try (TicketLines lines = new TicketLines(options.file())) {
            List<Future<?>> workers = new ArrayList<>();
            for (int count = 0; count < options.connections(); count++) {
                workers.add(threads.submit(() -> {
                    postAll(lines);
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private void postAll(TicketLines lines) throws IOException, InterruptedException {
        for (TicketLines.Line line = lines.next(); line != null; line = lines.next()) {
            tally.count(line.number(), post(line.text()));
        }
    }

    private Outcome post(String line) throws IOException, InterruptedException {
        String body;
        try {
            JsonNode read = JSON.readTree(line);
            if (!(read instanceof ObjectNode object)) {
                return new Outcome.Refused("is not a JSON object");
            }
            body = JSON.writeValueAsString(mapping.map(object));
        } catch (JsonProcessingException unreadable) {
            return new Outcome.Refused("is not JSON: " + unreadable.getOriginalMessage());
        }
        HttpRequest request = HttpRequest.newBuilder(options.server().resolve("api/v1/tickets"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + options.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return judge(send(request));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (attempt == TRIES || answer.statusCode() != 503 && answer.statusCode() != 429) {
                    return answer;
                }
            } catch (IOException away) {
                if (attempt == TRIES) {
                    throw new IOException("The server at " + options.server() + " does not answer: " + away, away);
                }
            }
            Thread.sleep(200L * attempt);
        }
    }

    private static Outcome judge(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 201) {
            return new Outcome.Opened();
        }
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw new IOException("The token may not do this: " + answer.body());
        }
        JsonNode problem = JSON.readTree(answer.body());
        return problem.path("type").asText().endsWith(":already-exists")
                ? new Outcome.Present()
                : new Outcome.Refused(
                        answer.statusCode() + " " + problem.path("detail").asText());
    }
}
