package io.switchboard.core.outgoing;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request of a plugin must be like. */
final class RequestRules {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int LARGEST = 64 << 20;

    private RequestRules() {}

    static void check(Request request) {
        URI address = request.address();
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        require(web && address.getHost() != null, "address", "must be an absolute http or https address");
        require(address.getRawUserInfo() == null, "address", "must not hold a password; use a header");
        require(METHODS.contains(request.method()), "method", "must be one of " + METHODS);
        Duration timeout = request.timeout();
        require(
                !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0,
                "timeout",
                "must be more than 0 s and at most 60 s");
        require(
                request.maximumAnswer() >= 0 && request.maximumAnswer() <= LARGEST,
                "maximumAnswer",
                "must be at most " + LARGEST);
        request.headers().forEach(RequestRules::checkHeader);
    }

    private static void checkHeader(String name, String value) {
        require(HEADER_NAME.matcher(name).matches(), "headers", "has a name that is none");
        require(
                !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)),
                "headers",
                "must not hold " + name + ", which is made");
        require(
                value.chars().noneMatch(character -> character == '\r' || character == '\n' || character == 0),
                "headers",
                "must not hold line breaks");
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw SwitchboardException.field(field, message);
        }
    }
}
