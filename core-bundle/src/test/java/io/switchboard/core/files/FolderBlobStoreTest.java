package io.switchboard.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.BlobStore.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest {
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private FolderBlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderBlobStore(folder);
    }

    private StoredBlob put(String text, long limit) throws IOException {
        return store.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void bytesAreFoundByTheirHash() throws IOException {
        assertThat(put("hello", 5)).isEqualTo(new StoredBlob(HELLO_SHA256, 5));
        try (InputStream content = store.open(HELLO_SHA256).orElseThrow()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        put("hello", 5);
        put("hello", 5);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeLeavesNothing() throws IOException {
        assertThatThrownBy(() -> put("hello", 4)).isInstanceOf(SwitchboardException.class);
        assertThat(files()).isZero();
    }

    @Test
    void whatACrashLeftIsRemovedByTheFirstStartAnHourLater() throws IOException {
        Path half = Files.writeString(folder.resolve("incoming/half"), "hel");
        store = new FolderBlobStore(folder);
        assertThat(half).exists();
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        store = new FolderBlobStore(folder);
        assertThat(files()).isZero();
    }

    @Test
    void aFolderKeepsItsName() throws IOException {
        assertThat(store.identity()).isEmpty();
        String name = store.identify();
        FolderBlobStore again = new FolderBlobStore(folder);
        assertThat(again.identity()).contains(name);
        assertThat(again.identify()).isEqualTo(name);
    }

    @Test
    void aNameThatIsNoHashOpensNoFile() {
        assertThatThrownBy(() -> store.open("../../secret.key")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertThat(store.open(HELLO_SHA256)).isEmpty();
        store.remove(HELLO_SHA256);
    }

    @Test
    void onlyWhatWasPutBeforeATimeIsRemovedByIt() throws IOException {
        Instant before = Instant.now().minusSeconds(60);
        put("hello", 5);
        store.removePutBefore(HELLO_SHA256, before);
        assertThat(store.open(HELLO_SHA256)).isPresent();
        assertThat(store.putBefore(before)).isEmpty();

        Instant after = Instant.now().plusSeconds(60);
        assertThat(store.putBefore(after)).containsExactly(HELLO_SHA256);
        store.removePutBefore(HELLO_SHA256, after);
        assertThat(store.open(HELLO_SHA256)).isEmpty();
    }
}
