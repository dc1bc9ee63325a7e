package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide shows what is really there. */
class PluginGuideTest {
    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../../..").normalize();
    /** What the guide says of these: an example would be of something that never happens. */
    private static final Set<String> NOT_ASKED = Set.of("SearchProvider", "Report", "Importer");

    private static final Path EXAMPLE = ROOT.resolve("plugins/example-channel");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "src/main/java/io/switchboard/example/FrontDesk.java",
                "src/test/java/io/switchboard/example/FrontDeskTest.java"
            })
    void theSmallestPluginStandsInTheGuideWordForWord(String file) throws IOException {
        assertThat(guide()).contains(Files.readString(EXAMPLE.resolve(file)));
    }

    @Test
    void theSmallestPluginIsThreeFilesOfAboutSixtyLines() throws IOException {
        try (Stream<Path> tree = Files.walk(EXAMPLE)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(EXAMPLE.resolve("target")))
                    .toList();
            assertThat(files).hasSize(3);
            assertThat(files.stream().mapToLong(PluginGuideTest::lines).sum()).isLessThanOrEqualTo(60);
        }
    }

    @Test
    void everyContractSuiteStandsInTheGuide() throws IOException {
        String guide = guide();
        try (Stream<Path> files =
                Files.list(ROOT.resolve("distribution/sdk/testkit/src/main/java/io/switchboard/testkit"))) {
            List<String> suites = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertThat(suites)
                    .isNotEmpty()
                    .allSatisfy(suite -> assertThat(guide).contains("`" + suite + "`"));
        }
    }

    @Test
    void everySocketHasAnExampleThatIsThereUnlessTheDeskDoesNotAskIt() throws IOException {
        String guide = guide();
        List<String> sockets = matches(guide, "^\\| `([\\w.]+)` \\| (?:Provider|Advisor|Guard|Reaction) \\|");
        List<String> shown = matches(guide, "^\\| `([\\w.]+)` \\| \\[`[a-z-]+`]\\(\\.\\./\\.\\./plugins/");

        assertThat(sockets).hasSizeGreaterThan(20);
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(sockets.stream()
                        .filter(socket -> !NOT_ASKED.contains(socket))
                        .toList());
        assertThat(matches(guide, "\\]\\(\\.\\./\\.\\./(plugins/[^)]+)\\)"))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(ROOT.resolve(place)).exists());
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String guide() throws IOException {
        return Files.readString(ROOT.resolve("distribution/docs/plugin-guide.md"));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
