package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSignatureTest {
    @TempDir
    Path folder;

    private Path archive() {
        return ArchiveBuilder.plugin("front-desk").with("content", "words").in(folder);
    }

    private Path signed() throws IOException, InterruptedException {
        Path archive = archive();
        String keys = folder.resolve("keys.p12").toString();
        run("keytool", "-genkeypair", "-alias", "vendor", "-keyalg", "EC", "-dname", "CN=Vendor", "-keystore", keys);
        run("jarsigner", "-keystore", keys, archive.toString(), "vendor");
        return archive;
    }

    private void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(tool + ".txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve(tool + ".txt")))
                .isZero();
    }

    private static void put(Path archive, String name) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            Files.writeString(files.getPath(name), "other words");
        }
    }

    @Test
    void whatNobodySignedIsNotSigned() throws IOException {
        assertThat(ArchiveSignature.read(archive())).isEqualTo(ArchiveSignature.NONE);
    }

    @Test
    void theSignerIsNamed() throws IOException, InterruptedException {
        ArchiveSignature signature = ArchiveSignature.read(signed());

        assertThat(signature.signed()).isTrue();
        assertThat(signature.signer()).isEqualTo("CN=Vendor");
        assertThat(signature.fingerprint()).hasSize(64);
    }

    @Test
    void contentThatWasChangedAfterwardsIsRefused() throws IOException, InterruptedException {
        Path archive = signed();
        put(archive, "content");

        assertThatThrownBy(() -> ArchiveSignature.read(archive)).hasMessageContaining("is not what was signed");
    }

    @Test
    void contentThatWasAddedAfterwardsIsRefused() throws IOException, InterruptedException {
        Path archive = signed();
        put(archive, "more");

        assertThatThrownBy(() -> ArchiveSignature.read(archive)).hasMessageContaining("is signed in part only");
    }
}
