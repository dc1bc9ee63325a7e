package io.switchboard.example.courier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in the headers of a mail (RFC 2047). Whatever is not plain is encoded, so no text can begin a header of its own. */
final class EncodedWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 !?'*+/_.-]{0,60}");
    /** As many bytes as fit into one word of 75 characters. */
    private static final int BYTES = 45;

    private EncodedWords() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches()
                ? text.strip()
                : pieces(text).stream()
                        .map(piece -> "=?UTF-8?B?"
                                + Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)) + "?=")
                        .collect(Collectors.joining("\r\n "));
    }

    /** A character is never cut in two. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > BYTES) {
                pieces.add(piece.toString());
                piece.setLength(0);
                bytes = 0;
            }
            piece.appendCodePoint(point);
            bytes += more;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
