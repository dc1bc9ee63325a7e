package io.switchboard.core.plugins.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a plugin says of itself in other languages than English.
 *
 * @param byLanguage the texts by their keys, by language in small letters such as {@code pt-br}
 */
public record PluginTexts(Map<String, Map<String, String>> byLanguage) {
    /** What a plugin says that speaks English only. */
    public static final PluginTexts NONE = new PluginTexts(Map.of());

    static final String NAME = "plugin.name";
    static final String DESCRIPTION = "plugin.description";

    /** Keeps a copy. */
    public PluginTexts {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** Returns what it says in the first of a reader's languages that it speaks. */
    public SpokenTexts in(ReaderLanguages reader) {
        for (String range : reader.ranges()) {
            for (String language = range; !language.isEmpty(); language = wider(language)) {
                if (byLanguage.containsKey(language)) {
                    return new SpokenTexts(Locale.forLanguageTag(language).toLanguageTag(), texts(language));
                }
                if (language.equals(SpokenTexts.ENGLISH.language())) {
                    return SpokenTexts.ENGLISH;
                }
            }
        }
        return SpokenTexts.ENGLISH;
    }

    /** Returns its names and descriptions in all its languages. */
    public Stream<String> names() {
        return byLanguage.values().stream()
                .flatMap(texts -> Stream.of(texts.get(NAME), texts.get(DESCRIPTION)))
                .filter(Objects::nonNull);
    }

    /** What {@code pt-br} does not say {@code pt} may. */
    private Map<String, String> texts(String language) {
        Map<String, String> texts = new HashMap<>();
        for (String wider = language; !wider.isEmpty(); wider = wider(wider)) {
            byLanguage.getOrDefault(wider, Map.of()).forEach(texts::putIfAbsent);
        }
        return texts;
    }

    private static String wider(String language) {
        return language.substring(0, Math.max(0, language.lastIndexOf('-')));
    }
}
