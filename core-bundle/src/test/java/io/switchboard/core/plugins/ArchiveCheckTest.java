package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.text.PluginTexts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCheckTest {
    @TempDir
    Path folder;

    @Test
    void anOrdinaryPluginIsRead() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk;singleton:=true")
                .header("Bundle-Name", "Front desk")
                .header("Bundle-Version", "1.2.3.test")
                .with("a/B.class", "x")
                .in(folder, "a.jar");

        PluginArchive archive = ArchiveCheck.read(file);

        assertThat(archive.id()).isEqualTo("front-desk");
        assertThat(archive.version()).hasToString("1.2.3.test");
        assertThat(archive.name()).isEqualTo("Front desk");
        assertThat(archive.vendor()).isNull();
        assertThat(archive.sha256()).isEqualTo(ArchiveCheck.sha256(Files.newInputStream(file)));
    }

    @Test
    void whatAPluginSaysInOtherLanguagesIsReadFromItsArchive() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk")
                .with("OSGI-INF/l10n/bundle_de.properties", "plugin.name = Empfang für alle\nplugin.description=\n")
                .with("OSGI-INF/l10n/bundle_pt_BR.properties", "plugin.name = " + "x".repeat(200) + "\\u0007\\ud800")
                .with("OSGI-INF/l10n/other_fr.properties", "plugin.name = Accueil")
                .in(folder);

        PluginTexts texts = ArchiveCheck.read(file).texts();

        assertThat(texts.byLanguage())
                .isEqualTo(Map.of(
                        "de", Map.of("plugin.name", "Empfang für alle"),
                        "pt-br", Map.of("plugin.name", "x".repeat(100))));
    }

    @Test
    void aPluginWhoseTextsCannotBeReadSpeaksEnglish() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk")
                .with("OSGI-INF/l10n/bundle_de.properties", "plugin.name = \\u00zz")
                .with("OSGI-INF/l10n/bundle_fr.properties", "plugin.name = Accueil\n#" + "x ".repeat(200_000))
                .with("OSGI-INF/l10n/bundle_es.properties", "plugin.name = Recepción")
                .in(folder);

        assertThat(ArchiveCheck.read(file).texts().byLanguage()).containsOnlyKeys("es");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../evil", "/etc/crontab1", "a/../../b/evil", "a\\..\\b\\evil1", "C:/windows/ev1"})
    void anEntryThatLeadsOutsideIsRefused(String name) {
        String harmless = "x".repeat(name.length());
        refuses(ArchiveBuilder.plugin("slip").with(harmless, "x").rename(harmless, name), "leads outside");
    }

    @Test
    void aSymbolicLinkIsRefused() {
        refuses(ArchiveBuilder.plugin("linked").link("shadow"), "has a symbolic link: shadow");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        refuses(
                ArchiveBuilder.plugin("twice")
                        .with("entry-1", "a")
                        .with("entry-2", "b")
                        .rename("entry-2", "entry-1"),
                "has two entries of one name: entry-1");
    }

    @Test
    void aBombIsRefused() {
        refuses(ArchiveBuilder.plugin("bomb").with("zeros", new byte[64 << 20]), "unpacks to far more");
    }

    @Test
    void tooManyEntriesAreRefused() {
        ArchiveBuilder many = ArchiveBuilder.plugin("many");
        for (int number = 0; number < 20_001; number++) {
            many.with("e" + number, "");
        }
        refuses(many, "has more than 20000 entries");
    }

    @Test
    void aManifestOfTenMegabytesIsRefused() {
        refuses(
                ArchiveBuilder.plugin("talkative").header("X-Long", "y".repeat(10 << 20)),
                "has a manifest of more than");
    }

    @Test
    void anArchiveThatIsTooLargeIsRefusedUnread() throws IOException {
        Path file = folder.resolve("large.jar");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(ArchiveCheck.MAXIMUM + 1);
        }
        assertThatThrownBy(() -> ArchiveCheck.read(file))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void whatIsNoZipFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("no.jar"), "this is no archive");
        assertThatThrownBy(() -> ArchiveCheck.read(file)).hasMessageContaining("is not a ZIP file");
    }

    @Test
    void aBrokenZipFileIsRefused() throws IOException {
        Path whole = ArchiveBuilder.plugin("broken").with("a", "b".repeat(5000)).in(folder);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.jar"), Arrays.copyOfRange(bytes, 100, bytes.length));
        assertThatThrownBy(() -> ArchiveCheck.read(cut)).isInstanceOf(SwitchboardException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "Upper-case",
                "with blank",
                "../up",
                "io.switchboard.core",
                "io.switchboard.api",
                "core",
                "a..b"
            })
    void anIdThatIsNoneIsRefused(String id) {
        refuses(ArchiveBuilder.plugin(id), "Bundle-SymbolicName");
    }

    @Test
    void aFragmentIsRefused() {
        refuses(ArchiveBuilder.plugin("limpet").header("Fragment-Host", "io.switchboard.core"), "is a fragment");
    }

    @Test
    void aJarThatIsNoBundleIsRefused() {
        refuses(ArchiveBuilder.plugin("plain").header("Bundle-ManifestVersion", null), "is no OSGi bundle");
    }

    private void refuses(ArchiveBuilder archive, String reason) {
        Path file = archive.in(folder, "hostile.jar");
        assertThatThrownBy(() -> ArchiveCheck.read(file))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PLUGIN_REFUSED))
                .hasMessageContaining(reason);
    }
}
