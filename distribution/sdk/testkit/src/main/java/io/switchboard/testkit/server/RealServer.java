package io.switchboard.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of an unpacked distribution with plugins in it, in a process of its own, on an empty data folder and a free port of
 * this machine's loopback. It is asked by its HTTP API as its administrator; what it kept is gone when it is closed.
 *
 * <pre>{@code
 * try (RealServer server = RealServer.start(RealServer.home(), Path.of("target/my-plugin-1.0.0.jar"))) {
 *     HttpResponse<String> answer = server.get("/api/v1/extension-points");
 *     ...
 * }
 * }</pre>
 */
public final class RealServer implements AutoCloseable {
    /** The system property that says where the distribution is. */
    public static final String HOME = "switchboard.home";

    private static final long STOP_SECONDS = 90;

    private final ServerProcess process;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;

    private RealServer(ServerProcess process, Path data, String token) {
        this.process = process;
        this.data = data;
        this.token = token;
    }

    /**
     * Returns the folder of the distribution: the system property {@value #HOME}, or else the variable SWITCHBOARD_HOME.
     *
     * @throws IllegalStateException if neither is there
     */
    public static Path home() {
        String property = System.getProperty(HOME);
        String home = property == null ? System.getenv("SWITCHBOARD_HOME") : property;
        if (home == null) {
            throw new IllegalStateException(
                    "Say where Switchboard is unpacked, by -D" + HOME + "=DIR or SWITCHBOARD_HOME");
        }
        return Path.of(home);
    }

    /**
     * Starts a server and installs archives, in their order.
     *
     * @throws IllegalStateException if it does not start, or refuses an archive
     */
    public static RealServer start(Path home, Path... archives) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("switchboard-test-");
        ServerProcess process = ServerProcess.start(home, data);
        try {
            process.awaitReady();
            RealServer server = new RealServer(
                    process, data, Files.readString(data.resolve("admin.token")).strip());
            for (Path archive : archives) {
                server.install(archive);
            }
            return server;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            end(process, data);
            throw failure;
        }
    }

    /** Returns where it listens, with a slash at the end. */
    public URI address() {
        return process.address();
    }

    /** Returns an administrator's token, for {@code Authorization: Bearer}. */
    public String token() {
        return token;
    }

    /** Reads from a path such as {@code /api/v1/tickets}. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    /**
     * Asks for anything.
     *
     * @param json the body, or null
     */
    public HttpResponse<String> send(String method, String path, @Nullable String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Returns what the server printed so far. */
    public String output() {
        return process.output();
    }

    /**
     * Installs an archive, or has it take the place of the version before.
     *
     * @throws IllegalStateException if it is refused; the message says why
     */
    public void install(Path archive) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/plugins")
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofFile(archive))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(archive + " is refused: " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path)).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        end(process, data);
    }

    private static void end(ServerProcess process, Path data) throws IOException, InterruptedException {
        process.stop(STOP_SECONDS, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
