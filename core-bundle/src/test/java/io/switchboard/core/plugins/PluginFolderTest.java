package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.plugin.PluginRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private PluginFolder watch;

    @BeforeEach
    void open() throws IOException {
        watch = open(testbed.installation(testbed.installed()));
    }

    private PluginFolder open(Installation installation) throws IOException {
        return new PluginFolder(folder, testbed.store().transactions(), testbed.plugins(), installation);
    }

    private void look(int times) throws IOException {
        for (int time = 0; time < times; time++) {
            watch.look();
        }
    }

    private List<String> installed() {
        return testbed.store().transactions().read(() -> testbed.plugins().all()).stream()
                .map(row -> row.id() + " " + row.version())
                .toList();
    }

    @Test
    void aFileIsInstalledOnceItStaysTheSame() throws IOException {
        ArchiveBuilder.plugin("front-desk").in(folder);
        look(1);
        assertThat(installed()).isEmpty();
        look(1);
        assertThat(installed()).containsExactly("front-desk 1.0.0");
    }

    @Test
    void aFileThatIsTakenOutIsRemoved() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk").in(folder);
        look(2);
        Files.delete(file);
        look(2);
        assertThat(installed()).isEmpty();
    }

    @Test
    void aFileThatWasTakenOutWhileTheServerWasDownIsRemoved() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk").in(folder);
        look(2);
        Files.delete(file);
        testbed.restart();
        InstalledPlugins installedAgain = testbed.installed();
        Installation again = testbed.installation(installedAgain);
        installedAgain.reconcile();
        watch = open(again);
        look(2);
        assertThat(installed()).isEmpty();
    }

    @Test
    void aNewerFileBesideTheOldOneTakesItsPlace() throws IOException {
        Path old = ArchiveBuilder.plugin("front-desk").in(folder, "front-desk-1.jar");
        look(2);
        Files.delete(old);
        ArchiveBuilder.plugin("front-desk").header("Bundle-Version", "2.0.0").in(folder, "front-desk-2.jar");
        look(4);
        assertThat(installed()).containsExactly("front-desk 2.0.0");
    }

    @Test
    void aRenamedFileStaysInstalled() throws IOException {
        Path old = ArchiveBuilder.plugin("front-desk").in(folder, "a.jar");
        look(2);
        Files.move(old, folder.resolve("b.jar"));
        look(4);
        assertThat(installed()).containsExactly("front-desk 1.0.0");
    }

    @Test
    void whatIsRefusedIsNamedUntilItGoes() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.jar"), "no archive");
        look(3);
        assertThat(watch.refused()).containsOnlyKeys("broken.jar");
        Files.delete(file);
        look(2);
        assertThat(watch.refused()).isEmpty();
    }

    @Test
    void whatAnAdministratorInstalledSinceThenStays() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk").in(folder);
        Installation installation = testbed.installation(testbed.installed());
        watch = open(installation);
        look(2);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        PluginRow uploaded = installation.install(
                ArchiveBuilder.plugin("front-desk")
                        .header("Bundle-Version", "3.0.0")
                        .in(elsewhere),
                Origin.UPLOAD,
                Caller.system("test"),
                SignerDemand.BOUND);
        Files.delete(file);
        look(2);
        assertThat(installed()).containsExactly("front-desk " + uploaded.version());
    }

    @Test
    void aFolderThatIsNotThereRemovesNothing() throws IOException {
        Path file = ArchiveBuilder.plugin("front-desk").in(folder);
        look(2);
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.delete(file);
        Files.move(folder, away);
        look(3);
        assertThat(installed()).containsExactly("front-desk 1.0.0");
        Files.move(away, folder);
    }

    @Test
    void anEmptyFolderInThePlaceOfTheOldOneRemovesNothing() throws IOException {
        ArchiveBuilder.plugin("front-desk").in(folder);
        look(2);
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        Files.createDirectory(folder);
        look(3);
        assertThat(installed()).containsExactly("front-desk 1.0.0");

        ArchiveBuilder.plugin("front-desk").in(folder);
        look(2);
        Files.delete(folder.resolve("front-desk.jar"));
        look(2);
        assertThat(installed()).containsExactly("front-desk 1.0.0");
    }

    @Test
    void theFolderOfAnotherNodeRemovesNothing(@TempDir Path other) throws IOException {
        ArchiveBuilder.plugin("front-desk").in(folder);
        look(2);
        PluginFolder ofOther = new PluginFolder(
                other, testbed.store().transactions(), testbed.plugins(), testbed.installation(testbed.installed()));
        ofOther.look();
        ofOther.look();
        assertThat(installed()).containsExactly("front-desk 1.0.0");
    }

    @Test
    void whatTwoFoldersHaveStaysUntilItIsTakenOutOfBoth(@TempDir Path other) throws IOException {
        Installation installation = testbed.installation(testbed.installed());
        watch = open(installation);
        Path here = ArchiveBuilder.plugin("front-desk").in(folder);
        Path there = Files.copy(here, other.resolve("the-same.jar"));
        look(2);
        PluginFolder ofOther = new PluginFolder(other, testbed.store().transactions(), testbed.plugins(), installation);
        ofOther.look();
        ofOther.look();

        Files.delete(here);
        look(2);
        assertThat(installed()).containsExactly("front-desk 1.0.0");
        Files.delete(there);
        ofOther.look();
        ofOther.look();
        assertThat(installed()).isEmpty();
    }
}
