package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One caller of the server: nobody, a person with a session, or a program with a token. For any number of threads. */
public final class Http {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI address;
    private final Map<String, String> headers;

    private Http(HttpClient client, URI address, Map<String, String> headers) {
        this.client = client;
        this.address = address;
        this.headers = Map.copyOf(headers);
    }

    /** A caller without a name, with cookies of its own. */
    public static Http to(URI address) {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build();
        return new Http(client, address, Map.of());
    }

    /** The same server, as a person with a new session. */
    public Http signIn(String email, String password) {
        Http caller = to(address);
        Response response = caller.post("/api/v1/session", Map.of("email", email, "password", password));
        if (response.status() >= 300) {
            throw new IllegalStateException("Signing in as " + email + " was refused: " + response);
        }
        return caller.with("X-CSRF-Token", response.json().path("csrfToken").asText());
    }

    /** The same server, as a program with an API token. */
    public Http withToken(String token) {
        return to(address).with("Authorization", "Bearer " + token);
    }

    /** The same caller, with a header in each request. */
    public Http with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Http(client, address, all);
    }

    /** Reads. */
    public Response get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends an object as JSON; a string is sent as it is. */
    public Response post(String path, Object body) {
        return sendJson("POST", path, body);
    }

    /** Sends an object as JSON; a string is sent as it is. */
    public Response put(String path, Object body) {
        return sendJson("PUT", path, body);
    }

    /** Sends an object as JSON; a string is sent as it is. */
    public Response patch(String path, Object body) {
        return sendJson("PATCH", path, body);
    }

    /** Removes. */
    public Response delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends anything. */
    public Response send(String method, String path, BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            return new Response(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The client beneath, for streams and what else this class does not do. */
    public HttpClient client() {
        return client;
    }

    /** Where it sends to. */
    public URI address() {
        return address;
    }

    private Response sendJson(String method, String path, Object body) {
        String text = body instanceof String given ? given : Json.write(body);
        return send(method, path, BodyPublishers.ofString(text), Map.of("Content-Type", "application/json"));
    }
}
