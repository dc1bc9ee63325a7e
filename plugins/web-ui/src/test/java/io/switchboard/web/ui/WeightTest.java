package io.switchboard.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a browser loads before it can show a list. */
class WeightTest {
    private static final int MOST_BYTES = 150_000;
    private static final Pattern IMPORTED =
            Pattern.compile("^import\\s(?:[^;]*?\\sfrom\\s)?'(\\.[^']+)'", Pattern.MULTILINE);
    private static final Pattern LOADED =
            Pattern.compile("<link rel=\"(modulepreload|stylesheet)\" href=\"[^\"]*/assets/[^/]+/([^\"]+)\"");
    private static final String LIBRARIES = "lib/";
    private static final Set<String> OF_PLUGINS = Set.of("kit/index.js", "kit/ask.js");

    private final SortedMap<String, byte[]> files = BundledFiles.read();
    private final String html = AreaPage.desk(Bundled.of(files)).html();

    @Test
    void theDeskNamesBeforehandWhatItsFirstPageNeedsAndNothingElse() {
        Set<String> named = new TreeSet<>(loaded("modulepreload"));
        named.removeIf(path -> path.startsWith(LIBRARIES) || OF_PLUGINS.contains(path));

        assertThat(named).containsExactlyInAnyOrderElementsOf(needed("desk/main.js", "desk/app.js"));
    }

    @Test
    void whatTheDeskLoadsAtFirstWeighsLessThanAHundredAndFiftyKilobytes() {
        int scripts = loaded("modulepreload").stream().mapToInt(this::weight).sum();
        int styles = loaded("stylesheet").stream().mapToInt(this::weight).sum();

        assertThat(scripts + styles).isLessThan(MOST_BYTES);
    }

    private List<String> loaded(String how) {
        return LOADED.matcher(html)
                .results()
                .filter(link -> link.group(1).equals(how))
                .map(link -> link.group(2))
                .toList();
    }

    private Set<String> needed(String... beginnings) {
        Set<String> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(beginnings));
        while (!open.isEmpty()) {
            String path = open.remove();
            if (!path.startsWith(LIBRARIES) && needed.add(path)) {
                for (MatchResult found : IMPORTED.matcher(text(path)).results().toList()) {
                    open.add(Path.of(path)
                            .resolveSibling(found.group(1))
                            .normalize()
                            .toString());
                }
            }
        }
        return needed;
    }

    private String text(String path) {
        return new String(content(path), StandardCharsets.UTF_8);
    }

    private byte[] content(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    private int weight(String path) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(content(path));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return compressed.size();
    }
}
