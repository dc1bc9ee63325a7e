package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFolderIsAnArchiveOnceItHasAManifest() throws IOException {
        SourceFiles source = new SourceFiles(folder);
        write("a/B.class", "b");
        assertThat(source.isComplete()).isFalse();
        write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0");
        assertThat(source.isComplete()).isTrue();

        Path copy = source.archive();

        try (ZipFile zip = new ZipFile(copy.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("META-INF/MANIFEST.MF", "a/B.class");
        } finally {
            Files.delete(copy);
        }
    }

    @Test
    void anArchiveIsCopied() throws IOException {
        Path jar = write("some.jar", "any bytes");
        SourceFiles source = new SourceFiles(jar);
        assertThat(source.isComplete()).isTrue();

        Path copy = source.archive();

        assertThat(copy).isNotEqualTo(jar).hasSameBinaryContentAs(jar);
        Files.delete(copy);
    }

    @Test
    void everyChangeIsSeen() throws IOException {
        SourceFiles source = new SourceFiles(folder);
        String empty = source.state();
        write("a/B.class", "b");
        String one = source.state();
        write("a/B.class", "bb");
        String changed = source.state();
        Files.delete(folder.resolve("a/B.class"));

        assertThat(one).isNotEqualTo(empty);
        assertThat(changed).isNotEqualTo(one);
        assertThat(source.state()).isEqualTo(empty);
        assertThat(new SourceFiles(folder.resolve("nowhere")).state()).isEmpty();
    }
}
