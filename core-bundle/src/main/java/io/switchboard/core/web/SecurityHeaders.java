package io.switchboard.core.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The headers that keep a browser from making more of an answer than it is. They are the strictest there are; a servlet
 * that serves a page replaces the content security policy by its own.
 */
final class SecurityHeaders {
    private static final HttpField POLICY = new PreEncodedHttpField(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_FRAME = new PreEncodedHttpField("X-Frame-Options", "DENY");
    private static final HttpField REFERRER = new PreEncodedHttpField("Referrer-Policy", "same-origin");
    private static final HttpField OPENER = new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin");
    private static final HttpField RESOURCE = new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin");
    private static final HttpField TRANSPORT = new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");

    private final boolean secure;

    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    void addTo(HttpFields.Mutable headers) {
        headers.put(POLICY);
        headers.put(NO_SNIFF);
        headers.put(NO_FRAME);
        headers.put(REFERRER);
        headers.put(OPENER);
        headers.put(RESOURCE);
        if (secure) {
            headers.put(TRANSPORT);
        }
    }
}
