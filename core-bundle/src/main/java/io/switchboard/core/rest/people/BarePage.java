package io.switchboard.core.rest.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The look of the pages to which links in mail lead. They need no script and no second file: whoever has the link may have
 * nothing else of the desk. What came with a request is part of a page only where people are shown their own words again;
 * those, and what comes from the store, are escaped by whoever writes it.
 */
public final class BarePage {
    /** As much as the server reads of a form. */
    private static final int LARGEST_FORM = 200_000;

    private static final String STYLE = style();
    /** Forms go to the desk alone; the only style is the one above, by its hash. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private BarePage() {}

    /**
     * Writes a page.
     *
     * @param words whose language the page is in
     * @param title plain text, escaped
     * @param content HTML
     */
    public static void write(HttpServletResponse response, int status, PageWords words, String title, String content)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"" + words.language()
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width, initial-scale=1\"><title>" + title + "</title><style>" + STYLE
                        + "</style></head><body><main><h1>" + title + "</h1>" + content + "</main></body></html>");
    }

    /**
     * Reads a form that was sent, so that its fields can be asked for.
     *
     * @throws SwitchboardException with {@code too-large} or {@code malformed-request}
     */
    public static void readForm(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (request.getContentLengthLong() > LARGEST_FORM) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, "A form must have at most " + LARGEST_FORM + " bytes");
        }
        try {
            request.getParameterMap();
        } catch (RuntimeException unreadable) { // the server has exceptions of its own for each fault of a form
            throw new SwitchboardException(ErrorCode.MALFORMED_REQUEST, "The form cannot be read", unreadable);
        }
    }

    /** Returns a remark that a screen reader says at once. */
    public static String alert(String text) {
        return "<p class=\"alert\" role=\"alert\">" + text + "</p>";
    }

    /** Returns the token at the end of the address. */
    public static String token(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(BarePage.class.getResourceAsStream("bare-page.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
