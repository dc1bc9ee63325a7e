package io.switchboard.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.switchboard.it.harness.Distribution;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests and files of our bundles must and must not say. */
class BundleFilesIT {
    /** How wide the window is; that has no other name. */
    private static final Pattern ASKED_OF_THE_SCREEN = Pattern.compile("@(media|container)[^{]*");

    private static final Pattern NESTED = Pattern.compile("\\((?:[^()]|\\([^()]*\\))*\\)");
    private static final Pattern SIDE = Pattern.compile("(?<![-\\w])(left|right|top|bottom|(min-|max-)?(width|height)"
            + "|(margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)[-a-z]*)\\s*:"
            + "|(text-align|float|clear)\\s*:\\s*(left|right)");
    private static final Pattern FOUR_SIDES =
            Pattern.compile("(?:margin|padding|inset): *([^ ;]+) +([^ ;]+) +([^ ;]+) +([^ ;]+) *[;}]");
    private static final Pattern SCRIPTED_SIDE = Pattern.compile("style\\.(left|right|top|bottom|(min|max)?[wW]idth"
            + "|(min|max)?[hH]eight|(margin|padding|border)(Left|Right|Top|Bottom))");

    @Test
    void theCoreExportsNothing() throws IOException {
        assertThat(header(OwnClasses.core(), "Export-Package")).isNull();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nobodyImportsOrRequiresTheCore(Path jar) throws IOException {
        assertThat(String.valueOf(header(jar, "Import-Package"))).doesNotContain("io.switchboard.core");
        assertThat(header(jar, "Require-Bundle")).isNull();
        assertThat(header(jar, "DynamicImport-Package")).isNull();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void theMarksOfNullnessAreNeededOnlyToCompile(Path jar) throws IOException {
        assertThat(String.valueOf(header(jar, "Import-Package"))).doesNotContain("org.jspecify");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("offeredPlugins")
    void aPluginSaysWhoItIs(Path jar) throws IOException {
        assertThat(header(jar, "Bundle-SymbolicName")).matches("[a-z][a-z0-9-]{2,39}");
        for (String name : List.of("Bundle-Version", "Bundle-Name", "Bundle-Vendor", "Bundle-License")) {
            assertThat(header(jar, name)).as(name).isNotBlank();
        }
        assertThat(header(jar, "Provide-Capability")).contains("io.switchboard.plugin");
        assertThat(header(jar, "Bundle-Activator")).isNull();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void noMapperPutsTextIntoItsSql(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream()
                            .filter(entry -> entry.getName().endsWith(".xml"))
                            .filter(entry -> text(file, entry).contains("<mapper")))
                    .allSatisfy(entry ->
                            assertThat(text(file, entry)).as(entry.getName()).doesNotContain("${"));
        }
    }

    /** A side of the screen is another side of the text where one reads to the left. */
    @ParameterizedTest
    @MethodSource("jars")
    void stylesAndScriptsSpeakOfTheLineAndNotOfTheScreen(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> own = file.stream()
                    .filter(entry -> !entry.getName().contains("/lib/"))
                    .toList();
            assertThat(own)
                    .filteredOn(entry -> entry.getName().endsWith(".css"))
                    .allSatisfy(entry -> {
                        String rules = NESTED.matcher(ASKED_OF_THE_SCREEN
                                        .matcher(text(file, entry))
                                        .replaceAll(""))
                                .replaceAll("");
                        assertThat(rules).as(entry.getName()).doesNotContainPattern(SIDE);
                        assertThat(FOUR_SIDES.matcher(rules).results())
                                .as(entry.getName())
                                .allMatch(
                                        found -> found.group(2).equals(found.group(4)),
                                        "the same at both ends of the line");
                    });
            assertThat(own)
                    .filteredOn(entry -> entry.getName().endsWith(".js"))
                    .allSatisfy(entry ->
                            assertThat(text(file, entry)).as(entry.getName()).doesNotContainPattern(SCRIPTED_SIDE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "io/switchboard/core/web/FieldFault, wrong, talk-en",
        "io/switchboard/core/web/FieldFault, wrong, talk-de",
        "io/switchboard/core/rest/plugin/PluginMatter, matter, administering-en",
        "io/switchboard/core/rest/plugin/PluginMatter, matter, administering-de",
    })
    void thePagesHaveWordsForEachKindOfWhatTheDeskSays(String kinds, String key, String catalogue) throws IOException {
        Location faults = Location.of(URI.create("jar:" + OwnClasses.core().toUri() + "!/" + kinds + ".class"));
        List<String> said = new ClassFileImporter()
                .importLocations(Set.of(faults)).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.FINAL)
                                && field.getRawType().equals(field.getOwner()))
                        .map(field -> "'" + key + "."
                                + field.getName().toLowerCase(Locale.ROOT).replace('_', '-') + "'")
                        .toList();
        assertThat(said).isNotEmpty();
        try (JarFile pages = new JarFile(offered("web-ui").toFile())) {
            assertThat(text(pages, pages.getEntry("web/text/" + catalogue + ".js")))
                    .contains(said);
        }
    }

    private static Path offered(String plugin) {
        return Distribution.offeredPlugins().stream()
                .filter(jar -> String.valueOf(jar.getFileName()).startsWith(plugin + "-"))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Path> jars() {
        return OwnClasses.jars();
    }

    static Stream<Path> offeredPlugins() {
        return Distribution.offeredPlugins().stream();
    }

    private static @Nullable String header(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes attributes = file.getManifest().getMainAttributes();
            return attributes.getValue(name);
        }
    }

    private static String text(JarFile file, ZipEntry entry) {
        try (InputStream stream = file.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
