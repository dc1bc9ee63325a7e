package io.switchboard.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of the server. */
public final class Response {

    private final HttpResponse<byte[]> response;

    Response(HttpResponse<byte[]> response) {
        this.response = response;
    }

    /** The HTTP status. */
    public int status() {
        return response.statusCode();
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body. */
    public byte[] bytes() {
        return response.body();
    }

    /** The body as text in UTF-8. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON; it must be. */
    public JsonNode json() {
        return Json.read(text());
    }

    /** The answer itself if it has the status, so that calls can be chained. */
    public Response expect(int status) {
        if (status() != status) {
            throw new AssertionError("Expected " + status + " from "
                    + response.request().method() + " " + response.request().uri() + " but got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
