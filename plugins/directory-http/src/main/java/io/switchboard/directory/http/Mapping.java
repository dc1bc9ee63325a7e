package io.switchboard.directory.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in an answer; a pointer that is null is not followed.
 *
 * @param customer to the customer in the answer; all others begin there
 * @param vipValues in lower case, what means very important
 * @param attributes pointers by the names of attributes
 */
record Mapping(
        JsonPointer customer,
        @Nullable JsonPointer email,
        @Nullable JsonPointer name,
        @Nullable JsonPointer organization,
        @Nullable JsonPointer vip,
        Set<String> vipValues,
        @Nullable JsonPointer language,
        @Nullable JsonPointer zone,
        @Nullable JsonPointer phone,
        Map<String, JsonPointer> attributes) {
    private static final int MOST_ATTRIBUTES = 20;
    private static final int LONGEST_ATTRIBUTE = 80;

    /**
     * Reads it from the settings.
     *
     * @param wrong takes sentences about what cannot be followed
     */
    static Mapping of(HttpSettings settings, List<String> wrong) {
        JsonPointer customer = pointer("customer", settings.customer(), wrong);
        return new Mapping(
                customer == null ? JsonPointer.empty() : customer,
                pointer("email", settings.email(), wrong),
                pointer("name", settings.name(), wrong),
                pointer("organization", settings.organization(), wrong),
                pointer("vip", settings.vip(), wrong),
                Arrays.stream(settings.vipValues())
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toSet()),
                pointer("language", settings.language(), wrong),
                pointer("zone", settings.zone(), wrong),
                pointer("phone", settings.phone(), wrong),
                attributes(settings.attributes(), wrong));
    }

    private static @Nullable JsonPointer pointer(String setting, String text, List<String> wrong) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return JsonPointer.compile(text.strip());
        } catch (IllegalArgumentException none) {
            wrong.add("The setting '" + setting + "' is no pointer such as /owner/name.");
            return null;
        }
    }

    private static Map<String, JsonPointer> attributes(String[] lines, List<String> wrong) {
        List<String> unread = new ArrayList<>();
        Map<String, JsonPointer> attributes = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            JsonPointer pointer = equals < 0 ? null : pointer("attributes", line.substring(equals + 1), unread);
            boolean fits = pointer != null
                    && !name.isEmpty()
                    && name.length() <= LONGEST_ATTRIBUTE
                    && attributes.size() < MOST_ATTRIBUTES
                    && attributes.putIfAbsent(name, pointer) == null;
            if (!fits && !line.isBlank()) {
                unread.add(line);
            }
        }
        if (!unread.isEmpty()) {
            wrong.add(
                    "The setting 'attributes' has a line that is not 'name = /pointer', comes twice, or is one of more than "
                            + MOST_ATTRIBUTES + ".");
        }
        return attributes;
    }
}
