package io.switchboard.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptsTest {
    private static final Pattern KEY = Pattern.compile("^  '([^']+)': ", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SAID = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern TAKEN =
            Pattern.compile("^import\\s*\\{([^}]*)}\\s*from '(\\.[^']+)'", Pattern.MULTILINE);
    private static final Pattern GIVEN = Pattern.compile(
            "^export (?:async )?(?:(?:const|let|function|class) (\\w+)|\\{([^}]*)})", Pattern.MULTILINE);
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

    /** A browser finds out only when the script is loaded, which may be on the tenth click. */
    @Test
    void whatOneScriptTakesFromAnotherIsThere() {
        own.forEach((path, script) -> TAKEN.matcher(script).results().forEach(found -> {
            String from =
                    Path.of(path).resolveSibling(found.group(2)).normalize().toString();
            assertThat(given(own.getOrDefault(from, "")))
                    .as("what %s takes from %s", path, from)
                    .contains(names(found.group(1), "\\s+as\\s+.*$").toArray(String[]::new));
        }));
    }

    private static Set<String> given(String script) {
        Set<String> given = new TreeSet<>();
        GIVEN.matcher(script).results().forEach(found -> {
            given.add(String.valueOf(found.group(1)));
            if (found.group(2) != null) {
                given.addAll(names(found.group(2), "^.*\\s+as\\s+"));
            }
        });
        return given;
    }

    /** The names of a list such as {@code one, two as three}, without what the other side calls them. */
    private static List<String> names(String list, String elsewhere) {
        return Stream.of(list.split(","))
                .map(name -> name.strip().replaceAll(elsewhere, ""))
                .filter(name -> !name.isEmpty())
                .toList();
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
