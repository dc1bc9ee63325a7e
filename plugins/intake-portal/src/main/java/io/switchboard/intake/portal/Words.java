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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages say, in one language. */
final class Words {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final List<Words> ALL = List.of(ENGLISH, new Words(Locale.GERMAN));

    /** What can be wrong with a field, by the form of the desk's sentence; what is special stands before what is general. */
    private static final Map<String, Pattern> KINDS = kinds();

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

    /** Returns a text as it is for a type of ticket; the usual one if that has none of its own. */
    String of(String name, String type) {
        return texts.getOrDefault(name + "." + type, text(name));
    }

    /** Returns the name of a category: of those that each desk begins with, in this language. */
    String category(String name) {
        return texts.getOrDefault("category." + name, name);
    }

    /**
     * Returns what is wrong with each field, or the one sentence that tells what is.
     *
     * @param labels what fields are called that the page names as administrators do
     */
    List<Fault> faults(SwitchboardException refusal, Map<String, String> labels) {
        return refusal.fields().isEmpty()
                ? List.of(new Fault("", refusal(refusal)))
                : refusal.fields().stream().map(error -> fault(error, labels)).toList();
    }

    private Fault fault(FieldError error, Map<String, String> labels) {
        String label = labels.get(error.field());
        String field = label == null ? error.field().substring(error.field().lastIndexOf('.') + 1) : error.field();
        String named = label == null
                ? texts.getOrDefault(
                        "field." + field, field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1))
                : label;
        return new Fault(field, sentence(named, wrong(error.message())));
    }

    /** What is called by a question has a sentence of its own behind it. */
    private String sentence(String named, String wrong) {
        if (!Character.isLetterOrDigit(named.codePointBefore(named.length()))) {
            return named + " " + wrong.substring(0, 1).toUpperCase(locale) + wrong.substring(1) + ".";
        }
        return named + (locale.equals(Locale.ENGLISH) ? " " : ": ") + wrong + ".";
    }

    /** Says what is wrong by its kind, where this language has words for that; else as the desk says it. */
    private String wrong(String message) {
        for (Map.Entry<String, Pattern> kind : KINDS.entrySet()) {
            Matcher found = kind.getValue().matcher(message);
            String text = texts.get("wrong." + kind.getKey());
            if (text != null && found.matches()) {
                return MessageFormat.format(text, found.groupCount() == 0 ? "" : found.group(1));
            }
        }
        return message;
    }

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("missing", Pattern.compile("must be given|must not be empty.*"));
        kinds.put("mail", Pattern.compile("must be a mail .*"));
        kinds.put("tooLong", Pattern.compile("must (?:have|be) at most (\\d+) characters"));
        kinds.put("tooMany", Pattern.compile("must (?:have|be) at most (\\d+) .*"));
        kinds.put("gone", Pattern.compile("must be one of this desk.*"));
        kinds.put("choice", Pattern.compile("must be one of .*"));
        kinds.put("number", Pattern.compile("must be a number"));
        kinds.put("yesNo", Pattern.compile("must be true or false"));
        kinds.put("characters", Pattern.compile("must not hold .*|holds half of a character.*"));
        return kinds;
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
