package io.switchboard.core.outgoing;

import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows redirects as browsers do, and keeps secrets from other origins. */
final class Redirects {
    private static final Set<Integer> KEEP_METHOD = Set.of(307, 308);
    private static final Set<Integer> CHANGE_METHOD = Set.of(301, 302, 303);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "user-agent");

    private Redirects() {}

    /** Returns where the answer sends the caller, or null if it does not. */
    static @Nullable URI target(Request request, Answer answer) throws IOException {
        List<String> locations = answer.headers().getOrDefault("location", List.of());
        boolean redirect = KEEP_METHOD.contains(answer.status()) || CHANGE_METHOD.contains(answer.status());
        if (!redirect || locations.isEmpty()) {
            return null;
        }
        try {
            return request.address().resolve(locations.get(0));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("The redirect from " + request.address() + " leads to no address", malformed);
        }
    }

    @SuppressWarnings("NullAway") // the checker takes "byte @Nullable []" for an array that must be there
    static Request follow(Request request, int status, URI target) {
        boolean keeps = KEEP_METHOD.contains(status) || SAFE.contains(request.method());
        Map<String, String> headers = new HashMap<>(request.headers());
        if (!sameOrigin(request.address(), target)) {
            headers.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
        }
        return new Request(
                keeps ? request.method() : "GET",
                target,
                headers,
                keeps ? request.body() : null,
                request.timeout(),
                request.maximumAnswer());
    }

    private static boolean sameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getHost(), other.getHost())
                && one.getPort() == other.getPort();
    }
}
