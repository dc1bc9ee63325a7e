package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import java.util.List;
import java.util.Map;

/**
 * What somebody wrote into a field that a plugin adds to the form. It comes from a stranger's browser like everything else of
 * the form, so it becomes words of the request and nothing more.
 *
 * @param key of the field: the plugin, and the name of its element
 * @param title of the field, as the page showed it
 * @param value what was written
 */
record Addition(String key, String title, String value) {
    private static final String VALUE = "addition.";
    private static final String TITLE = "title.";
    private static final int MAXIMUM = 8;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_VALUE = 2000;

    /** Finds those of a form that say something; the others are as if they had not been there. */
    static List<Addition> of(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(VALUE))
                .filter(field -> !field.getValue().isBlank())
                .map(field -> of(field.getKey().substring(VALUE.length()), fields, field.getValue()))
                .toList();
    }

    private static Addition of(String key, Map<String, String> fields, String value) {
        String title =
                fields.getOrDefault(TITLE + key, "").replaceAll("\\s+", " ").strip();
        return new Addition(key, title, value.strip());
    }

    /**
     * Returns the words of a request with those of the fields below them.
     *
     * @throws SwitchboardException with {@code validation-failed} if there are too many, or one is too long or has no title
     */
    static String below(String words, List<Addition> additions) {
        if (additions.size() > MAXIMUM) {
            throw SwitchboardException.field("form", "must have at most " + MAXIMUM + " additional fields");
        }
        // Without words of the person's own there is no request yet: the desk says so.
        if (words.isBlank() || additions.isEmpty()) {
            return words;
        }
        StringBuilder all = new StringBuilder(words.stripTrailing()).append("\n");
        additions.forEach(addition -> all.append("\n").append(addition.line()));
        return all.toString();
    }

    private String line() {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw SwitchboardException.field(
                    "form", "must name each additional field in 1 to " + LONGEST_TITLE + " characters");
        }
        if (value.length() > LONGEST_VALUE) {
            throw SwitchboardException.field(title, "must be at most " + LONGEST_VALUE + " characters");
        }
        // A title such as "Where is it?" needs no colon.
        return title + (Character.isLetterOrDigit(title.codePointBefore(title.length())) ? ": " : " ") + value;
    }
}
