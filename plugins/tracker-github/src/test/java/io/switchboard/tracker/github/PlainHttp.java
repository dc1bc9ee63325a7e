package io.switchboard.tracker.github;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** HTTP without a guard, which would not let a test talk to its own machine. */
final class PlainHttp implements OutgoingHttp {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Answer send(Request request) throws IOException {
        byte[] body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address())
                .timeout(request.timeout())
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<byte[]> answer = client.send(builder.build(), BodyHandlers.ofByteArray());
            if (answer.body().length > request.maximumAnswer()) {
                throw new SwitchboardException(ErrorCode.TOO_LARGE, "It is larger than was asked for");
            }
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
