package io.switchboard.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Distribution;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests and files of our bundles must and must not say. */
class BundleFilesIT {

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
