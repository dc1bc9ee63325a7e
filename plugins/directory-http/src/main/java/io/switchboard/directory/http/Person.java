package io.switchboard.directory.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the CRM's answer. A pointer that leads to an object or a list is a mistake of the settings, and nothing of the
 * answer is taken. A value that is none, such as a telephone number without digits, is a mistake in the CRM's data: it is left
 * out, and the others are taken. Both are named by the setting, without what stands there.
 */
final class Person {
    private static final int NAME = 200;
    private static final int PHONE = 80;
    private static final int DIGITS = 3;
    private static final int ATTRIBUTE = 1_000;
    private static final int LANGUAGE = 35;

    private final JsonNode json;
    private final Mapping mapping;
    private final TreeSet<String> unread = new TreeSet<>();

    Person(JsonNode json, Mapping mapping) {
        this.json = json;
        this.mapping = mapping;
    }

    /** Returns whether the answer is about an address, as far as the settings have that checked. */
    boolean isAbout(String email) throws NoAnswer {
        JsonPointer pointer = mapping.email();
        if (pointer == null) {
            return true;
        }
        String told = value("email", pointer).asText("").strip();
        if (told.isEmpty()) {
            throw new NoAnswer("no address stands where 'email' points to, at " + pointer);
        }
        return EmailKey.of(told).equals(email);
    }

    /** Returns what is known of them. */
    DirectoryEntry entry() throws NoAnswer {
        return new DirectoryEntry(
                text("name", mapping.name(), NAME),
                text("organization", mapping.organization(), NAME),
                vip(),
                language(),
                zone(),
                phone(),
                attributes());
    }

    /** Returns the settings whose values could not be read. */
    TreeSet<String> unread() {
        return unread;
    }

    /** What stands somewhere: a value, null or nothing. Some systems write an empty list where others write null. */
    private JsonNode value(String setting, @Nullable JsonPointer pointer) throws NoAnswer {
        JsonNode value = pointer == null ? MissingNode.getInstance() : json.at(pointer);
        if (!value.isContainerNode()) {
            return value;
        }
        if (value.isEmpty()) {
            return NullNode.getInstance();
        }
        throw new NoAnswer("'" + setting + "' leads to " + (value.isArray() ? "a list" : "an object")
                + ", not to a value, at " + pointer);
    }

    private @Nullable String text(String setting, @Nullable JsonPointer pointer, int most) throws NoAnswer {
        JsonNode value = value(setting, pointer);
        String text = value.isNull() ? "" : value.asText().strip();
        boolean one = text.codePointCount(0, text.length()) <= most
                && text.chars().noneMatch(unit -> unit < ' ' || unit == 0x7F)
                && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        if (!one) {
            unread.add(setting);
        }
        return one && !text.isEmpty() ? text : null;
    }

    /** Null and an empty list take the flag away, as a false does; where nothing stands nobody knows. */
    private @Nullable Boolean vip() throws NoAnswer {
        JsonPointer pointer = mapping.vip();
        if (pointer != null && json.at(pointer).isArray()) {
            for (JsonNode one : json.at(pointer)) {
                if (isListed(one)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode value = value("vip", pointer);
        return value.isMissingNode() ? null : value.isBoolean() ? value.booleanValue() : isListed(value);
    }

    private boolean isListed(JsonNode value) {
        return value.isValueNode()
                && !value.isNull()
                && mapping.vipValues().contains(value.asText().strip().toLowerCase(Locale.ROOT));
    }

    private @Nullable String language() throws NoAnswer {
        String text = text("language", mapping.language(), LANGUAGE);
        try {
            return text == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException none) {
            unread.add("language");
            return null;
        }
    }

    private @Nullable ZoneId zone() throws NoAnswer {
        String text = text("zone", mapping.zone(), PHONE);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException none) {
            unread.add("zone");
            return null;
        }
    }

    private @Nullable String phone() throws NoAnswer {
        String text = text("phone", mapping.phone(), PHONE);
        if (text != null && text.chars().filter(Character::isDigit).count() < DIGITS) {
            unread.add("phone");
            return null;
        }
        return text;
    }

    private Map<String, String> attributes() throws NoAnswer {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonPointer> one : mapping.attributes().entrySet()) {
            String text = text("attributes", one.getValue(), ATTRIBUTE);
            if (text != null) {
                attributes.put(one.getKey(), text);
            }
        }
        return attributes;
    }
}
