package io.switchboard.review;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what callers send, and names the field that is wrong. */
final class Input {
    private static final Pattern ETAG = Pattern.compile("\\s*(?:W/)?\"([0-9]{1,9})\"\\s*");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Input() {}

    /** Reads a version; any is the present one. */
    static int version(@Nullable String ifMatch, int current) {
        if (ifMatch == null) {
            throw new SwitchboardException(
                    ErrorCode.VERSION_REQUIRED,
                    "Send the ETag of what you read in If-Match, so that nothing is overwritten");
        }
        if (ifMatch.strip().equals("*")) {
            return current;
        }
        Matcher version = ETAG.matcher(ifMatch);
        if (!version.matches()) {
            throw new SwitchboardException(ErrorCode.STALE_VERSION, "If-Match is no ETag of this; read it again");
        }
        return Integer.parseInt(version.group(1));
    }

    static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(field, "must be an id");
        }
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            throw SwitchboardException.field(field, "must be a day such as 2026-03-31");
        }
        throw SwitchboardException.field(field, "must lie between " + FIRST + " and " + LAST);
    }

    static String line(String field, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            throw SwitchboardException.field(field, "must not be empty");
        }
        return text(field, text, limit);
    }

    /** Takes a text within a limit; U+0000 and lone surrogates no store keeps. */
    static String text(String field, String text, int limit) {
        if (text.codePointCount(0, text.length()) > limit) {
            throw SwitchboardException.field(field, "must have at most " + limit + " characters");
        }
        if (text.indexOf(0) >= 0
                || text.codePoints()
                        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw SwitchboardException.field(field, "must not hold U+0000 or halves of characters");
        }
        return text;
    }
}
