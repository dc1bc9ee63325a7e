package io.switchboard.intake.portal;

import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages say, in one language. */
final class Words {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final List<Words> ALL = List.of(ENGLISH, new Words(Locale.GERMAN));

    private final Locale locale;
    private final Map<String, String> texts = new HashMap<>();
    private final DateTimeFormatter time;

    private Words(Locale locale) {
        this.locale = locale;
        read(locale).forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        texts.put("language", locale.getLanguage());
        this.time = DateTimeFormatter.ofPattern(text("time"), locale).withZone(ZoneOffset.UTC);
    }

    /** Returns those that a browser asks for. */
    static Words of(HttpHeaders asked) {
        return of(asked.getAcceptableLanguages());
    }

    /** Returns those of the first language that is wanted and known; English if none is. */
    static Words of(List<Locale> wanted) {
        return wanted.stream().flatMap(Words::known).findFirst().orElse(ENGLISH);
    }

    private static Stream<Words> known(Locale wanted) {
        return ALL.stream().filter(words -> words.locale.getLanguage().equals(wanted.getLanguage()));
    }

    /** Returns all texts by their names. */
    Map<String, String> all() {
        return Map.copyOf(texts);
    }

    String text(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    /** Returns a text with a time in it; nothing without one. */
    String text(String name, @Nullable Instant at) {
        return at == null ? "" : MessageFormat.format(text(name), time(at));
    }

    String time(Instant at) {
        return time.format(at);
    }

    /** Returns what a refusal says; in English where there are no words of this language for it. */
    String refusal(SwitchboardException refusal) {
        return texts.getOrDefault("problem." + refusal.code().id(), String.valueOf(refusal.getMessage()));
    }

    /** Whether a refusal is told in English to somebody who asked for another language. */
    boolean isForeign(SwitchboardException refusal) {
        return !locale.equals(Locale.ENGLISH)
                && !texts.containsKey("problem." + refusal.code().id());
    }

    /** Returns a sentence for each field that is wrong, or the one that tells what is. */
    List<String> errors(SwitchboardException refusal) {
        return refusal.fields().isEmpty()
                ? List.of(refusal(refusal))
                : refusal.fields().stream().map(this::sentence).toList();
    }

    private String sentence(FieldError error) {
        String field = error.field().substring(error.field().lastIndexOf('.') + 1);
        String named = texts.getOrDefault(
                "field." + field, field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
        return named + (locale.equals(Locale.ENGLISH) ? " " : ": ")
                + texts.getOrDefault("wrong." + error.message(), error.message()) + ".";
    }

    private static Properties read(Locale locale) {
        String name = "words_" + locale.getLanguage() + ".properties";
        Properties read = new Properties();
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            read.load(text);
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
