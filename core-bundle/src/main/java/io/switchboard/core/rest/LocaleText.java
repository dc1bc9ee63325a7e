package io.switchboard.core.rest;

import io.switchboard.api.error.SwitchboardException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Reads languages and time zones; what is none is refused by the name of its field. */
public final class LocaleText {
    private static final int LONGEST_TAG = 35;

    private LocaleText() {}

    /** Returns a BCP 47 tag in its usual form. */
    public static String language(String field, String tag) {
        try {
            if (!tag.isEmpty() && tag.length() <= LONGEST_TAG) {
                return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            }
        } catch (IllformedLocaleException malformed) {
            throw noLanguage(field);
        }
        throw noLanguage(field);
    }

    /** Returns a time zone. */
    public static ZoneId zone(String field, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw SwitchboardException.field(field, "must be a time zone such as Europe/Berlin");
        }
    }

    private static SwitchboardException noLanguage(String field) {
        return SwitchboardException.field(field, "must be a language tag such as en or pt-BR");
    }
}
