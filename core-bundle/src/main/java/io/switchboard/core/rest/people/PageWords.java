package io.switchboard.core.rest.people;

import io.switchboard.core.delivery.LetterLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.Properties;

/**
 * What {@link BarePage bare pages} say in one language, from the files {@code page.en.properties} and
 * {@code page.de.properties} beside the class of a page. Each text is HTML.
 */
public final class PageWords {
    private final LetterLanguage language;
    private final Properties texts = new Properties();

    private PageWords(Class<?> page, LetterLanguage language) {
        this.language = language;
        String name = "page." + language.tag() + ".properties";
        try (InputStream file = Objects.requireNonNull(page.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** Returns those of a page in a language. */
    public static PageWords of(Class<?> page, LetterLanguage language) {
        return new PageWords(page, language);
    }

    /** Returns those of a page in the language that the browser asks for. */
    public static PageWords asked(Class<?> page, HttpServletRequest request) {
        boolean asks = request.getHeader("Accept-Language") != null;
        return of(page, asks ? LetterLanguage.firstOf(Collections.list(request.getLocales())) : LetterLanguage.ENGLISH);
    }

    /** Returns the BCP 47 tag of the language. */
    public String language() {
        return language.tag();
    }

    /** Returns a text. */
    public String text(String name) {
        return Objects.requireNonNull(texts.getProperty(name), name);
    }
}
