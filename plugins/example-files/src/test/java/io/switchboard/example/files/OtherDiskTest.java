package io.switchboard.example.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.testkit.BlobStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherDiskTest implements BlobStoreContract {
    @TempDir
    Path folder;

    @Override
    public OtherDisk testee() {
        try {
            return new OtherDisk(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whatWasRefusedLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> testee().put(new ByteArrayInputStream(new byte[100]), 99))
                .hasMessageContaining("at most 99 bytes");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatIsKeptIsThereAfterARestart() throws IOException {
        byte[] content = "kept".getBytes(StandardCharsets.UTF_8);
        String name = testee().put(new ByteArrayInputStream(content), 100).sha256();

        assertThat(testee().open(name).orElseThrow().readAllBytes()).isEqualTo(content);
    }

    @Test
    void aNameThatIsNoneLeadsNowhere() {
        for (String name : List.of("", "../../etc/passwd", "A".repeat(64))) {
            assertThatThrownBy(() -> testee().open(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theFolderHasToBeAbsolute() {
        assertThatThrownBy(() -> new OtherDisk(Path.of("relative"))).hasMessageContaining("absolute");
    }
}
