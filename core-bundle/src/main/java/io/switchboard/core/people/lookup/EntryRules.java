package io.switchboard.core.people.lookup;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer of a directory must be like; a plugin may answer anything. */
final class EntryRules {
    private static final int NAME = 200;
    private static final int PHONE = 80;
    private static final int DIGITS = 3;
    private static final int LANGUAGE = 35;
    private static final int ATTRIBUTES = 50;
    private static final int ATTRIBUTE_NAME = 80;
    private static final int ATTRIBUTE = 1_000;

    private EntryRules() {}

    /**
     * Returns an entry that is as it must be.
     *
     * @throws IllegalArgumentException if it is not, which names the field and not what was in it
     */
    static DirectoryEntry checked(DirectoryEntry entry) {
        line("name", entry.name(), NAME);
        line("organization", entry.organization(), NAME);
        phone(entry.phone());
        language(entry.language());
        require(entry.attributes().size() <= ATTRIBUTES, "attributes", "has more than 50 entries");
        entry.attributes().forEach((name, value) -> {
            line("attributes", name, ATTRIBUTE_NAME);
            line("attributes", value, ATTRIBUTE);
        });
        return entry;
    }

    private static void phone(@Nullable String phone) {
        line("phone", phone, PHONE);
        require(
                phone == null || phone.chars().filter(Character::isDigit).count() >= DIGITS,
                "phone",
                "is no telephone number");
    }

    private static void language(@Nullable String language) {
        if (language == null) {
            return;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            require(!language.isEmpty() && tag.length() <= LANGUAGE, "language", "is no language tag");
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException("language is no language tag", malformed);
        }
    }

    private static void line(String field, @Nullable String text, int most) {
        if (text == null) {
            return;
        }
        boolean one = !text.isBlank()
                && text.codePointCount(0, text.length()) <= most
                && text.chars().noneMatch(unit -> unit < 0x20 || unit == 0x7F)
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        require(one, field, "is not one line of at most " + most + " characters");
    }

    private static void require(boolean holds, String field, String what) {
        if (!holds) {
            throw new IllegalArgumentException(field + " " + what);
        }
    }
}
