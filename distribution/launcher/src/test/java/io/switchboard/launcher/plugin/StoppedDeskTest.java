package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.launcher.folder.DataFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedDeskTest {

    @TempDir
    Path folder;

    private Path data;
    private Running command;

    @BeforeEach
    void haveADataFolder() throws Exception {
        data = folder.resolve("data");
        DataFolder.take(data).orElseThrow().close();
        command = new Running(folder, Map.of());
    }

    @Test
    void anArchiveWaitsInThePluginFolderAndTheNextStartIsTold() throws Exception {
        assertThat(command.run("install", archive("notify", "1.0.0"), "--yes")).isZero();

        assertThat(data.resolve("plugins/notify.jar")).isRegularFile();
        assertThat(command.said()).contains("nothing is checked yet", "next start", "refuses it and says why");
    }

    @Test
    void anArchiveWhoseNameIsAPathIsNotPutOutsideThePluginFolder() throws Exception {
        assertThat(command.failure("install", archive("../../escaped", "1.0.0"), "--yes"))
                .hasMessageContaining("no lawful Bundle-SymbolicName");
        assertThat(folder.resolve("escaped.jar")).doesNotExist();
    }

    @Test
    void anotherVersionTakesTheFileOfTheOneBeforeWhateverItIsCalled() throws Exception {
        Files.createDirectories(data.resolve("plugins"));
        Files.copy(Path.of(archive("notify", "1.0.0")), data.resolve("plugins/by-hand.jar"));

        command.run("upgrade", archive("notify", "2.0.0"), "--yes");

        try (var files = Files.list(data.resolve("plugins"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("by-hand.jar");
        }
        assertThat(FolderPlugin.read(data.resolve("plugins/by-hand.jar")).version())
                .isEqualTo("2.0.0");
    }

    @Test
    void bytesThatAreThereAlreadyAreSaidToChangeNothing() throws Exception {
        String archive = archive("notify", "1.0.0");
        command.run("install", archive, "--yes");

        assertThat(command.run("install", archive, "--yes")).isZero();
        assertThat(command.said()).contains("so the next start changes nothing");
    }

    @Test
    void whoDoesNotSayYesChangesNothing() throws Exception {
        assertThat(command.answering("n\n").failure("install", archive("notify", "1.0.0")))
                .hasMessage("Nothing was changed.");
        assertThat(command.answering("").failure("install", archive("notify", "1.0.0")))
                .hasMessageContaining("--yes");
        assertThat(data.resolve("plugins/notify.jar")).doesNotExist();
    }

    @Test
    void whatTheFolderBroughtIsTakenOutAndNothingElseCanBe() throws Exception {
        command.run("install", archive("notify", "1.0.0"), "--yes");

        assertThat(command.answering("y\n").run("remove", "notify")).isZero();
        assertThat(data.resolve("plugins/notify.jar")).doesNotExist();
        assertThat(command.failure("remove", "notify", "--yes")).hasMessageContaining("can only be removed while");
    }

    @Test
    void whatNeedsTheServerSaysSo() throws Exception {
        assertThat(command.failure("rollback", "notify")).hasMessageContaining("'rollback' is for the running one");
        assertThat(command.failure("config", "notify")).hasMessageContaining("--safe-mode");
        assertThat(command.failure("list", "--json")).hasMessageContaining("The server is stopped");
        assertThat(command.run("list")).isZero();
        assertThat(command.said()).contains("its database knows what is installed");
    }

    @Test
    void aFolderWhereNoServerEverWasIsNotMadeOne() throws Exception {
        Path wrong = Files.createDirectories(folder.resolve("wrong"));

        assertThat(command.failure("list", "--data", wrong.toString())).hasMessageContaining("No server has had");
        assertThat(wrong).isEmptyDirectory();
    }

    @Test
    void whatIsNoArchiveOfAPluginIsNotTaken() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");

        assertThat(command.failure("install", text.toString())).hasMessageContaining("no archive of a plugin");
        assertThat(command.failure("install", folder.resolve("missing").toString()))
                .hasMessageContaining("There is no file");
    }

    private String archive(String id, String version) throws IOException {
        Path file = folder.resolve(id.replace("/", "_") + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\nBundle-SymbolicName: " + id + ";singleton:=true\nBundle-Version: "
                            + version + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }
}
