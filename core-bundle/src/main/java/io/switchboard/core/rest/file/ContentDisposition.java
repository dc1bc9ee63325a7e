package io.switchboard.core.rest.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that has a browser save a file under its name (RFC 6266, RFC 8187). */
final class ContentDisposition {
    private ContentDisposition() {}

    /** Returns the header's value: the name in ASCII for old clients, and as it is for all others. */
    static String attachment(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
