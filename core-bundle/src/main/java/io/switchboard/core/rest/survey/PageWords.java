package io.switchboard.core.rest.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What the pages of surveys say around the words of a form, in one language; each text is HTML. */
final class PageWords {
    private static final PageWords ENGLISH = new PageWords("en");
    private static final PageWords GERMAN = new PageWords("de");

    private final String language;
    private final Properties texts = new Properties();

    private PageWords(String language) {
        this.language = language;
        String name = "page." + language + ".properties";
        try (InputStream file = Objects.requireNonNull(PageWords.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** Returns those that go with a form in a language: its own if they are there, else English. */
    static PageWords of(String language) {
        return language.equals("de") || language.startsWith("de-") ? GERMAN : ENGLISH;
    }

    String language() {
        return language;
    }

    String text(String name) {
        return Objects.requireNonNull(texts.getProperty(name), name);
    }
}
