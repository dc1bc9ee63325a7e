package io.switchboard.intake.portal;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture. Its type is told only where its first bytes are those of that type, so that nothing else is served as one.
 *
 * @param type such as {@code image/png}
 * @param content its bytes
 */
record Logo(String type, byte[] content) {
    static final int LARGEST = 64 * 1024;

    private static final Pattern FORM = Pattern.compile("data:(image/(?:png|jpeg|webp));base64,([A-Za-z0-9+/]+={0,2})");
    private static final Map<String, Pattern> BEGINNINGS = Map.of(
            "image/png", Pattern.compile("89504e470d0a1a0a.*"),
            "image/jpeg", Pattern.compile("ffd8ff.*"),
            "image/webp", Pattern.compile("52494646.{8}57454250.*"));
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final int BEGINNING = 12;

    /** Reads a data address (RFC 2397). */
    static Optional<Logo> of(String address) {
        Matcher form = FORM.matcher(address.strip());
        if (address.length() > LARGEST * 2 || !form.matches()) {
            return Optional.empty();
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(form.group(2));
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
        String beginning = HexFormat.of().formatHex(content, 0, Math.min(BEGINNING, content.length));
        return content.length <= LARGEST
                        && BEGINNINGS
                                .getOrDefault(form.group(1), NOTHING)
                                .matcher(beginning)
                                .matches()
                ? Optional.of(new Logo(form.group(1), content))
                : Optional.empty();
    }
}
