package io.switchboard.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts lines on several connections. */
final class Loader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeskClient client;
    private final int connections;
    private final Tally tally;

    /**
     * Makes it.
     *
     * @param connections how many lines are posted at once
     */
    Loader(DeskClient client, int connections, Tally tally) {
        this.client = client;
        this.connections = connections;
        this.tally = tally;
    }

    /** Posts all lines of a file. */
    void run(TicketFile file) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try (TicketLines lines = file.open()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int count = 0; count < connections; count++) {
                workers.add(threads.submit(() -> {
                    postAll(lines, file.mapping());
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

    private void postAll(TicketLines lines, TicketMapping mapping) throws IOException, InterruptedException {
        for (TicketLines.Line line = lines.next(); line != null; line = lines.next()) {
            tally.count(line.number(), post(line.text(), mapping));
        }
    }

    private Outcome post(String line, TicketMapping mapping) throws IOException, InterruptedException {
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
        return judge(client.post("tickets", body));
    }

    private static Outcome judge(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 201) {
            return new Outcome.Opened();
        }
        JsonNode problem = JSON.readTree(answer.body());
        return problem.path("type").asText().endsWith(":already-exists")
                ? new Outcome.Present()
                : new Outcome.Refused(
                        answer.statusCode() + " " + problem.path("detail").asText());
    }
}
