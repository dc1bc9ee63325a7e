package io.switchboard.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.files.FolderBlobStore;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeAdmissionTest {
    private final StoreTestbed store = StoreTestbed.hsqldb();

    @TempDir
    Path folder;

    private SettingStore settings;

    @BeforeEach
    void open() {
        store.open();
        settings = new SqlSettingStore(store.transactions(), store.mappers());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<String> objection(String files, String key) throws IOException {
        Path keyFolder = Files.createDirectories(folder.resolve(key));
        return NodeAdmission.objection(settings, new FolderBlobStore(folder.resolve(files)), new Vault(keyFolder));
    }

    @Test
    void theFirstNodeSaysWhatTheDeskHasAndIsAdmittedAgain() throws IOException {
        assertThat(objection("files", "node")).isEmpty();
        assertThat(objection("files", "node")).isEmpty();
    }

    @Test
    void aNodeWithFilesOfItsOwnIsNotAdmitted() throws IOException {
        assertThat(objection("files", "node")).isEmpty();
        assertThat(objection("other-files", "node"))
                .hasValueSatisfying(why -> assertThat(why).contains("--files"));
        assertThat(objection("files", "node")).isEmpty();
    }

    @Test
    void aNodeWithAKeyOfItsOwnIsNotAdmitted() throws IOException {
        assertThat(objection("files", "node")).isEmpty();
        assertThat(objection("files", "other"))
                .hasValueSatisfying(why -> assertThat(why).contains("secret.key"));
    }

    @Test
    void aNodeThatGotTheKeyAndSharesTheFilesIsAdmitted() throws IOException {
        assertThat(objection("files", "node")).isEmpty();
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(folder.resolve("node/secret.key"), other.resolve("secret.key"));
        assertThat(objection("files", "other")).isEmpty();
    }
}
