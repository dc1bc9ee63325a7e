package io.switchboard.core.desk.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.thread.AttachmentRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bytes of files whose rows are removed. */
class LeftFilesTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private final List<String> told = new ArrayList<>();
    private LeftFiles files;

    @BeforeEach
    void begin() {
        files = new LeftFiles(STORE.transactions());
        files.contents = told::addAll;
    }

    @Test
    void theirBytesAreToldOfOnceAndNotBeforeTheCommit() {
        STORE.transactions().write(() -> {
            files.left(List.of(file("aa"), file("aa"), file("bb")));
            assertThat(told).isEmpty();
            return true;
        });
        assertThat(told).containsExactly("aa", "bb");
    }

    @Test
    void nothingIsToldOfWhatWasRolledBackOrOfNothing() {
        assertThatThrownBy(() -> STORE.transactions().write(() -> {
                    files.left(List.of(file("aa")));
                    throw new IllegalArgumentException("rolled back");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        STORE.transactions().write(() -> {
            files.left(List.of());
            return true;
        });
        assertThat(told).isEmpty();
    }

    private static AttachmentRow file(String sha256) {
        return new AttachmentRow(
                new AttachmentId(STORE.ids().next()),
                "a.txt",
                "text/plain",
                1,
                sha256,
                null,
                null,
                null,
                0,
                Instant.EPOCH);
    }
}
