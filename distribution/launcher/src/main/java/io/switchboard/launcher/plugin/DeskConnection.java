package io.switchboard.launcher.plugin;

import com.google.gson.JsonObject;
import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.OwnServerTrust;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a server by its HTTP API. What it refuses is a failure that says why in one line. */
final class DeskConnection {
    private static final String PLUGINS = "api/v1/plugins";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** Longer than the server takes to start a plugin, find it ill, and have the one before run again. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient client;
    private final URI server;
    private final Credentials credentials;

    private DeskConnection(HttpClient client, URI server, Credentials credentials) {
        this.client = client;
        this.server = server;
        this.credentials = credentials;
    }

    /**
     * What the server answered.
     *
     * @param body as it came; empty if there was none
     * @param version what stood in {@code ETag}, or null
     */
    record Reply(String body, @Nullable String version) {
        JsonObject json() throws StartFailure {
            return Json.object(body);
        }
    }

    /** Returns the way to the server that has the data folder. */
    static DeskConnection toFolder(Path data, PluginOrder order, Map<String, String> environment) throws StartFailure {
        String address = DataFolder.addressOfServer(data)
                .orElseThrow(() -> new StartFailure("The data folder " + data
                        + " is in use, but no server there says where it listens yet: try again."));
        HttpClient.Builder client = client();
        DataFolder.certificateOfServer(data).map(OwnServerTrust::of).ifPresent(client::sslContext);
        return new DeskConnection(client.build(), URI.create(address), Credentials.forFolder(data, order, environment));
    }

    /** Returns the way to the server of an address. */
    static DeskConnection toServer(String address, PluginOrder order, Map<String, String> environment)
            throws StartFailure {
        URI server = parse(address);
        requireUnheard(server);
        return new DeskConnection(client().build(), server, Credentials.forServer(order, environment));
    }

    /** Reads; the path is that of a plugin with what comes after, or empty for the list. */
    Reply get(String path) throws StartFailure, InterruptedException {
        return send(request(path).GET(), 200);
    }

    /** Does something to a plugin that needs no more words. */
    Reply post(String path) throws StartFailure, InterruptedException {
        return send(request(path).POST(BodyPublishers.noBody()), 200);
    }

    /** Has an update site's archive installed or planned, which the server answers with this status. */
    Reply install(String path, int expected) throws StartFailure, InterruptedException {
        return send(request(path).POST(BodyPublishers.noBody()), expected);
    }

    /** Sends an archive, and wants this status. */
    Reply upload(String query, Path archive, int wanted) throws StartFailure, InterruptedException {
        BodyPublisher content;
        try {
            content = BodyPublishers.ofFile(archive);
        } catch (IOException missing) {
            throw new StartFailure("There is no file " + archive + ".");
        }
        HttpRequest.Builder request = request(query)
                .header("Content-Type", "application/java-archive")
                .POST(content);
        return send(request, wanted);
    }

    /** Replaces what was read with this version. */
    Reply put(String path, String json, String version) throws StartFailure, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(BodyPublishers.ofString(json));
        return send(request, 200);
    }

    /** Takes something away. */
    Reply delete(String path) throws StartFailure, InterruptedException {
        return send(request(path).DELETE(), 204);
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).followRedirects(HttpClient.Redirect.NEVER);
    }

    private static URI parse(String address) throws StartFailure {
        try {
            URI uri = URI.create(address.endsWith("/") ? address : address + "/");
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            throw wrongAddress(address);
        }
        throw wrongAddress(address);
    }

    private static StartFailure wrongAddress(String address) {
        return new StartFailure(
                StartFailure.USAGE,
                "'" + address + "' is no address of a server: give one such as https://help.example.org.");
    }

    /** A token goes in the clear over plain HTTP, so it does not leave this machine by it. */
    private static void requireUnheard(URI server) throws StartFailure {
        try {
            if (server.getScheme().equals("https")
                    || InetAddress.getByName(server.getHost()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new StartFailure("The host '" + server.getHost() + "' of --server is not known.");
        }
        throw new StartFailure("Others could read the token on its way to " + server + ": use its https address.");
    }

    private HttpRequest.Builder request(String path) {
        String separator = path.isEmpty() || path.startsWith("?") ? "" : "/";
        return HttpRequest.newBuilder(server.resolve(PLUGINS + separator + path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + credentials.token());
    }

    private Reply send(HttpRequest.Builder request, int expected) throws StartFailure, InterruptedException {
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            String reason = unreachable.getMessage();
            throw new StartFailure("The server at " + server + " does not answer"
                    + (reason == null ? "." : ": " + Terminal.clean(reason) + "."));
        }
        if (response.statusCode() != expected) {
            throw refused(response);
        }
        return new Reply(response.body(), response.headers().firstValue("ETag").orElse(null));
    }

    private StartFailure refused(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401) {
            return new StartFailure("The server at " + server + " does not take the token"
                    + (credentials.ownServers()
                            ? ", which counts over a loopback address only: give an API token by "
                                    + Credentials.VARIABLE + " or --token-file."
                            : ": is it of this server, and still valid?"));
        }
        if (status == 412) {
            return new StartFailure("Somebody else has changed the settings meanwhile: look at them again.");
        }
        String detail = detail(response.body()).orElse("it answers with status " + status);
        return new StartFailure("The server refuses: " + Terminal.clean(detail) + (detail.endsWith(".") ? "" : "."));
    }

    private static Optional<String> detail(String body) {
        try {
            return Optional.of(Json.text(Json.object(body), "detail")).filter(text -> !text.isBlank());
        } catch (StartFailure noProblemDocument) {
            return Optional.empty();
        }
    }
}
