package io.switchboard.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to the server's API, for any number of threads. A server that is busy or away for a moment is asked again. */
final class DeskClient {

    private static final int TRIES = 10;

    private final URI server;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    DeskClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Gets a path below {@code api/v1/}. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** Posts JSON to a path below {@code api/v1/}. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                    throw new RefusedException(answer.body());
                }
                if (attempt == TRIES || answer.statusCode() != 503 && answer.statusCode() != 429) {
                    return answer;
                }
            } catch (RefusedException refused) {
                throw refused;
            } catch (IOException away) {
                if (attempt == TRIES) {
                    throw new IOException("The server at " + server + " does not answer: " + away, away);
                }
            }
            Thread.sleep(200L * attempt);
        }
    }

    /** The token does not hold, or may not do this. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String answer) {
            super("The token may not do this: " + answer);
        }
    }
}
