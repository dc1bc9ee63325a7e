package io.switchboard.core.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a JSON body what no store and no other system keeps: U+0000 and lone surrogates, in values and in names, at any
 * depth. Bodies that cannot have any, and those are nearly all, are only looked through byte by byte.
 */
final class PlainText {
    private PlainText() {}

    /**
     * Demands a body of characters.
     *
     * @throws SwitchboardException with {@code malformed-request} if it is not UTF-8, or {@code invalid-field} that names
     *     the field whose value or name it is
     */
    static void require(byte[] body) throws IOException {
        boolean suspicious = false;
        for (int index = 0; index < body.length; index++) {
            if (body[index] == 0) {
                throw new SwitchboardException(ErrorCode.MALFORMED_REQUEST, "The body must be JSON in UTF-8");
            }
            suspicious |= isSuspicious(body, index);
        }
        if (suspicious) {
            look(body);
        }
    }

    /** Whether an escape of U+0000 or of a surrogate begins, or the bytes that stand for a surrogate. */
    private static boolean isSuspicious(byte[] body, int index) {
        if (body[index] == (byte) 0xed) {
            return index + 1 < body.length && (body[index + 1] & 0xff) >= 0xa0;
        }
        return body[index] == '\\'
                && index + 3 < body.length
                && body[index + 1] == 'u'
                && (body[index + 2] == '0' && body[index + 3] == '0'
                        || (body[index + 2] | 0x20) == 'd' && isHighHalf(body[index + 3]));
    }

    private static boolean isHighHalf(byte digit) {
        return digit == '8' || digit == '9' || (digit | 0x20) >= 'a' && (digit | 0x20) <= 'f';
    }

    private static void look(byte[] body) throws IOException {
        try (JsonParser parser = ApiJson.MAPPER.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String fault = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING
                        ? faultOf(parser.getText())
                        : null;
                if (fault != null) {
                    String field = field(parser, token == JsonToken.FIELD_NAME);
                    throw SwitchboardException.field(field, fault);
                }
            }
        }
    }

    private static @Nullable String faultOf(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == 0) {
                return "must not hold the character U+0000";
            }
            if (Character.isHighSurrogate(unit)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(unit)) {
                return "holds half of a character (a lone surrogate)";
            }
        }
        return null;
    }

    /** Names a field as other problems do, for example {@code tags[1]}; a bad name is named by what it stands in. */
    private static String field(JsonParser parser, boolean name) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        String path = name ? pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))) : pointer;
        String field = path.replaceAll("/([0-9]+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
        return field.isEmpty() ? "body" : field;
    }
}
