package io.switchboard.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptsTest {
    private static final Pattern KEY = Pattern.compile("^  '([^']+)': ", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SAID = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern MARKUP_OF_TEXT = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|unsafeHTML|unsafeSVG|\\beval\\(|new Function|srcdoc");
    private static final Pattern FOREIGN = Pattern.compile("['\"`]https?://[a-z]");

    private final Map<String, String> own = new TreeMap<>(BundledFiles.read().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".js") && !file.getKey().startsWith("lib/"))
            .collect(Collectors.toMap(Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8))));

    @Test
    void everyLanguageHasTheSameTextsWithTheSamePlaces() {
        assertThat(places("de")).isEqualTo(places("en"));
    }

    @Test
    void whatThePagesSayIsInTheCatalogue() {
        TreeSet<String> said = own.values().stream()
                .flatMap(script -> SAID.matcher(script).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(places("en").keySet()).containsAll(said);
    }

    @Test
    void noScriptMakesMarkupOfTextOrAsksSomebodyElse() {
        assertThat(own).allSatisfy((path, script) -> {
            assertThat(script).as(path).doesNotContainPattern(MARKUP_OF_TEXT);
            assertThat(script).as(path).doesNotContainPattern(FOREIGN);
        });
    }

    /** The keys of a language's catalogues, each with the places that its text fills in. */
    private SortedMap<String, String> places(String language) {
        SortedMap<String, String> found = new TreeMap<>();
        Pattern catalogue = Pattern.compile("text/(\\w+-)?" + language + "\\.js");
        List<String> texts = own.entrySet().stream()
                .filter(file -> catalogue.matcher(file.getKey()).matches())
                .map(Map.Entry::getValue)
                .toList();
        assertThat(texts).isNotEmpty();
        texts.stream().flatMap(String::lines).forEach(line -> {
            for (MatchResult key : KEY.matcher(line).results().toList()) {
                String places = PLACE.matcher(line)
                        .results()
                        .map(place -> place.group(1))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
                assertThat(found.put(key.group(1), places))
                        .as("said twice: " + key.group(1))
                        .isNull();
            }
        });
        return found;
    }
}
