package io.switchboard.core.desk;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request, so that a person can mend all of it in one go. The limits of every text of a
 * ticket stand here and nowhere else. Texts are kept as they came; U+0000 and lone surrogates are refused, because no
 * store and no other system keeps them.
 */
public final class Limits {
    /** Characters of a subject. */
    public static final int SUBJECT = 300;
    /** Bytes of a body in UTF-8. */
    public static final int BODY = 1 << 20;
    /** Characters of a reason or a remark. */
    public static final int REASON = 2_000;
    /** Characters of a longer text beside the thread, such as error messages or a summary. */
    public static final int TEXT = 50_000;

    private static final int NAME = 200;
    private static final int TAGS = 50;
    private static final int TAG = 60;
    private static final int FIELDS = 100;
    private static final int FIELD_TEXT = 10_000;
    private static final int DIGITS = 30;
    private static final int ITEMS = 100;
    private static final int ATTACHMENTS = 50;
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}(/[a-z0-9][a-z0-9_-]{0,59}){0,4}");

    private static final Pattern PRIORITY = Pattern.compile("P[1-4]");

    private final List<FieldError> errors = new ArrayList<>();

    /** Demands one line that is not blank. */
    public Limits line(String field, @Nullable String value, int limit) {
        if (value == null || value.isBlank()) {
            return wrong(field, "must not be empty");
        }
        return text(field, value, limit);
    }

    /** Demands a text of a subject's length. */
    public Limits subject(@Nullable String value) {
        return line("subject", value, SUBJECT);
    }

    /** Demands a name, if there is one. */
    public Limits name(String field, @Nullable String value) {
        return text(field, value, NAME);
    }

    /** Demands a text within a limit, if there is one. */
    public Limits text(String field, @Nullable String value, int limit) {
        if (value == null) {
            return this;
        }
        if (value.codePointCount(0, value.length()) > limit) {
            return wrong(field, "must have at most " + limit + " characters");
        }
        return clean(field, value);
    }

    /** Demands the body of a message. */
    public Limits body(String field, @Nullable String value, boolean mayBeEmpty) {
        if (value == null || (value.isBlank() && !mayBeEmpty)) {
            return wrong(field, "must not be empty");
        }
        if (value.length() > BODY || value.getBytes(StandardCharsets.UTF_8).length > BODY) {
            throw new SwitchboardException(
                    ErrorCode.TOO_LARGE, field + " must have at most " + BODY + " bytes; attach a file instead");
        }
        return clean(field, value);
    }

    /** Demands tags. */
    public Limits tags(String field, Collection<String> tags) {
        if (tags.size() > TAGS) {
            return wrong(field, "must have at most " + TAGS + " tags");
        }
        tags.forEach(tag -> line(field, tag, TAG));
        return this;
    }

    /** Demands additional fields. */
    public Limits fields(Map<String, FieldValue> fields) {
        if (fields.size() > FIELDS) {
            return wrong("fields", "must have at most " + FIELDS + " fields");
        }
        fields.forEach((name, value) -> {
            String field = "fields." + name;
            if (!FIELD_NAME.matcher(name).matches()) {
                wrong("fields", "has a name that is not a letter followed by up to 79 letters, digits and _ . -");
            } else if (value instanceof FieldValue.Text text) {
                text(field, text.value(), FIELD_TEXT);
            } else if (value instanceof FieldValue.Number number
                    && (number.value().precision() > DIGITS
                            || Math.abs(number.value().scale()) > DIGITS)) {
                wrong(field, "must have at most " + DIGITS + " digits");
            } else if (value instanceof FieldValue.Items items) {
                items(field, items.values());
            }
        });
        return this;
    }

    /** Demands several short texts. */
    public Limits items(String field, List<String> items) {
        if (items.size() > ITEMS) {
            return wrong(field, "must have at most " + ITEMS + " entries");
        }
        items.forEach(item -> line(field, item, SUBJECT));
        return this;
    }

    /** Demands at most so many files as a message may have. */
    public Limits attachments(Collection<?> attachments) {
        return attachments.size() > ATTACHMENTS
                ? wrong("attachments", "must have at most " + ATTACHMENTS + " files")
                : this;
    }

    /** Demands the path of a category or the id of a product, if there is one. */
    public Limits path(String field, @Nullable String value) {
        return value == null || PATH.matcher(value).matches()
                ? this
                : wrong(field, "must be ids of lower-case letters, digits, _ and -, joined by /");
    }

    /** Demands the id of an entry of a catalog. */
    public Limits identifier(String field, String value) {
        return PRIORITY.matcher(value).matches() ? this : path(field, value);
    }

    /** Says that a field is wrong. */
    public Limits wrong(String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws SwitchboardException with {@code invalid-field} that names all that is wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw SwitchboardException.fields(errors);
        }
    }

    private Limits clean(String field, String value) {
        for (int index = 0; index < value.length(); index++) {
            char unit = value.charAt(index);
            if (unit == 0) {
                return wrong(field, "must not hold the character U+0000");
            }
            if (Character.isHighSurrogate(unit)
                    && index + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(unit)) {
                return wrong(field, "holds half of a character (a lone surrogate)");
            }
        }
        return this;
    }
}
