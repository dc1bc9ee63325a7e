package io.switchboard.core.plugins;

import io.switchboard.core.desk.Limits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks values that somebody gives for settings against what the plugin declares, and names all that is wrong. */
final class SettingValues {
    private static final int TEXT = 10_000;
    private static final int ITEMS = 1_000;

    private final Map<String, SettingField> fields;
    private final Limits limits = new Limits();

    SettingValues(Map<String, SettingField> fields) {
        this.fields = fields;
    }

    /** Checks what was given; null takes a value away. */
    void check(Map<String, ? extends @Nullable Object> values) {
        values.forEach((name, value) -> {
            SettingField field = fields.get(name);
            if (field == null) {
                limits.wrong(name, "is not a setting of this plugin");
            } else if (value != null) {
                check(name, field, value);
            }
        });
    }

    /** Takes note of what somebody else found wrong. */
    void wrong(String name, String message) {
        limits.wrong(name, message);
    }

    /** Checks that nothing is missing that must be set. */
    void requireAll(Map<String, ? extends @Nullable Object> values) {
        fields.forEach((name, field) -> {
            if (field.required() && values.get(name) == null) {
                limits.wrong(name, "must be set");
            }
        });
    }

    /**
     * Ends the check.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field}
     */
    void end() {
        limits.check();
    }

    private void check(String name, SettingField field, Object value) {
        if (!field.list()) {
            item(name, field, value);
        } else if (!(value instanceof List<?> items)) {
            limits.wrong(name, "must be a list");
        } else if (items.size() > ITEMS) {
            limits.wrong(name, "must have at most " + ITEMS + " entries");
        } else {
            items.forEach(item -> item(name, field, item));
        }
    }

    private void item(String name, SettingField field, @Nullable Object value) {
        String kind = kind(field);
        boolean fits = value != null
                && switch (kind) {
                    case "true or false" -> value instanceof Boolean;
                    case "a whole number" -> value instanceof Integer || value instanceof Long;
                    case "a number" -> value instanceof Number;
                    default -> value instanceof String;
                };
        if (!fits) {
            limits.wrong(name, "must be " + kind);
            return;
        }
        String text = String.valueOf(value);
        limits.text(name, text, TEXT);
        if (!field.choices().isEmpty() && !field.choices().containsKey(text)) {
            limits.wrong(name, "must be one of " + field.choices().keySet());
        } else {
            judge(name, field, text);
        }
    }

    private void judge(String name, SettingField field, String text) {
        try {
            field.typed(text);
        } catch (NumberFormatException outOfRange) {
            limits.wrong(name, "is a number that is too large");
            return;
        }
        String objection = text.isEmpty() ? null : field.definition().validate(text);
        if (objection != null && !objection.isEmpty()) {
            limits.wrong(name, "is not acceptable to the plugin: " + objection);
        }
    }

    private static String kind(SettingField field) {
        if (field.logical()) {
            return "true or false";
        }
        if (field.whole()) {
            return "a whole number";
        }
        return field.fractional() ? "a number" : "text";
    }
}
