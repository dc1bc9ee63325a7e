package io.switchboard.core.delivery;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the desk's own letters, and of the pages to which they lead. */
public enum LetterLanguage {
    /** English, for everybody who does not read another of these. */
    ENGLISH("en"),
    /** German. */
    GERMAN("de");

    private final String tag;

    LetterLanguage(String tag) {
        this.tag = tag;
    }

    /** Returns the BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** Returns the one for somebody who reads a language, given by its BCP 47 tag; null if nobody knows. */
    public static LetterLanguage of(@Nullable String language) {
        return language != null && isGerman(Locale.forLanguageTag(language)) ? GERMAN : ENGLISH;
    }

    /** Returns the first that somebody reads, of languages that they read best first. */
    public static LetterLanguage firstOf(Collection<Locale> languages) {
        return languages.stream()
                .filter(language -> isGerman(language) || language.getLanguage().equals(ENGLISH.tag))
                .findFirst()
                .filter(LetterLanguage::isGerman)
                .map(german -> GERMAN)
                .orElse(ENGLISH);
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals(GERMAN.tag);
    }
}
