package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.BlobStore;
import io.switchboard.api.files.BlobStore.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link BlobStore} must do. */
public interface BlobStoreContract {
    /** Returns the store under test; the same one at each call within a test. */
    BlobStore testee();

    /** What was put is there, under the digest of its content. */
    @Test
    default void givesBackWhatWasPut() throws IOException {
        byte[] content = bytes(100_000);
        StoredBlob stored = testee().put(new ByteArrayInputStream(content), content.length);
        assertThat(stored.sha256()).matches("[0-9a-f]{64}");
        assertThat(stored.size()).isEqualTo(content.length);
        try (InputStream read = testee().open(stored.sha256()).orElseThrow()) {
            assertThat(read.readAllBytes()).isEqualTo(content);
        }
    }

    /** Nothing is a content too. */
    @Test
    default void keepsTheEmptyContent() throws IOException {
        StoredBlob stored = testee().put(InputStream.nullInputStream(), 0);
        assertThat(stored)
                .isEqualTo(new StoredBlob("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
    }

    /** The same content put at the same moment by many is one. */
    @Test
    default void keepsTheSameContentOnce() throws Exception {
        byte[] content = bytes(10_000);
        BlobStore store = testee();
        Checks.sameOnEveryThread(() -> store.put(new ByteArrayInputStream(content), content.length));
    }

    /** Too much is refused, and nothing of it is kept. */
    @Test
    default void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> testee().put(new ByteArrayInputStream(bytes(1_001)), 1_000))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    /** What was removed is gone; removing again is harmless. */
    @Test
    default void removes() throws IOException {
        StoredBlob stored = testee().put(new ByteArrayInputStream(bytes(10)), 10);
        testee().remove(stored.sha256());
        testee().remove(stored.sha256());
        assertThat(testee().open(stored.sha256())).isEmpty();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
