package io.switchboard.core.delivery;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.switchboard.api.delivery.Courier.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The text of a letter in every {@link LetterLanguage}, with Mustache's placeholders. The first line is the subject. Nothing
 * is escaped, since letters are plain text; so what stands for a subject must have no line breaks.
 */
public final class LetterTemplate {
    private final Map<LetterLanguage, Template> texts = new EnumMap<>(LetterLanguage.class);

    /** Reads the files {@code NAME.en.txt} and {@code NAME.de.txt} that stand beside a class. */
    public LetterTemplate(Class<?> owner, String name) {
        for (LetterLanguage language : LetterLanguage.values()) {
            texts.put(language, read(owner, name + "." + language.tag() + ".txt"));
        }
    }

    private static Template read(Class<?> owner, String name) {
        try (InputStream file = Objects.requireNonNull(owner.getResourceAsStream(name), name);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .emptyStringIsFalse(true)
                    .compile(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /**
     * Writes a letter.
     *
     * @param purpose why, for example {@code password-reset}
     * @param data what stands for the placeholders, each of which must be there
     * @param worth how long it is worth sending
     */
    public Letter write(String purpose, Address to, LetterLanguage language, Map<String, ?> data, Duration worth) {
        Template text = Objects.requireNonNull(texts.get(language), language::tag);
        String[] parts = text.execute(data).split("\n", 2);
        return new Letter(purpose, to, parts[0], parts[1].strip() + "\n", worth);
    }

    /** Returns a text as it may stand in a subject. */
    public static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
