package io.switchboard.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer in front of a browser without scripts, at an address of the network of their own, since each has a budget of forms. */
final class Visitor {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String BOUNDARY = "fields-of-the-form";
    private static final Pattern LINK = Pattern.compile("href=\"(https?://[^\"]+/follow/[^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<strong>(SB-[0-9]+)</strong>");

    private final Http http;

    private Visitor(Http http) {
        this.http = http;
    }

    static Visitor of(RunningServer server) {
        return new Visitor(
                server.http().with("X-Forwarded-For", "198.51.100." + (NUMBERS.incrementAndGet() % 250 + 1)));
    }

    Visitor with(String header, String value) {
        return new Visitor(http.with(header, value));
    }

    Http http() {
        return http;
    }

    Response get(String path) {
        return http.get(path);
    }

    Response ask(String subject, String description, String email) {
        return form("/", fields(subject, description, email));
    }

    static Map<String, String> fields(String subject, String description, String email) {
        return Map.of("subject", subject, "description", description, "name", "Bo", "email", email);
    }

    Response form(String path, Map<String, String> fields) {
        return http.send(
                "POST",
                path,
                BodyPublishers.ofString(multipart(fields)),
                Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    private static String multipart(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\n")
                .append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("--" + BOUNDARY + "--\r\n").toString();
    }

    /** Returns the private link of a receipt, from the root. */
    static String path(Response receipt) {
        return URI.create(found(LINK, receipt.text())).getPath();
    }

    /** Returns the number that a receipt tells. */
    static String number(Response receipt) {
        return found(NUMBER, receipt.text());
    }

    static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
