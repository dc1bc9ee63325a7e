package io.switchboard.core.store.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.storage.PluginStorage;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.extension.NoteMapper.Note;
import io.switchboard.core.store.migration.MigrationFile;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the storage of plugins promises, on every engine. */
abstract class BundleStorageContract {
    private static final MigrationFile TABLES = new MigrationFile("0001_notes.sql", """
            create table if not exists ${prefix}note (id uuid not null primary key, body ${text}, made ${time});
            create index if not exists ${prefix}note_made on ${prefix}note (made, id);
            """);

    private PluginStorage storage;

    abstract StoreTestbed store();

    @BeforeEach
    void open() throws SQLException {
        PluginMigrations.migrate(store().database(), "note-keeper", List.of(TABLES));
        storage = new BundleStorage(store().transactions(), "note-keeper");
    }

    private NoteMapper notes() {
        return storage.mapper(NoteMapper.class);
    }

    private static Note note() {
        return new Note(UUID.randomUUID(), "remember", Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void aPluginKeepsItsOwnRows() {
        Note note = note();
        storage.write(() -> notes().insert(note));
        assertThat(storage.read(() -> notes().find(note.id()))).isEqualTo(note);
    }

    @Test
    void thePrefixIsMadeOfThePluginsId() {
        assertThat(storage.tablePrefix()).matches("x_[0-9a-f]{8}_");
        assertThat(new BundleStorage(store().transactions(), "other").tablePrefix())
                .isNotEqualTo(storage.tablePrefix());
    }

    @Test
    void twoPluginsMayCallTheirTablesTheSame() throws SQLException {
        PluginMigrations.migrate(store().database(), "other-keeper", List.of(TABLES));
        PluginStorage other = new BundleStorage(store().transactions(), "other-keeper");
        Note note = note();
        storage.write(() -> notes().insert(note));
        assertThat(other.read(() -> other.mapper(NoteMapper.class).find(note.id())))
                .isNull();
    }

    @Test
    void aPluginThatThrowsRollsBackWhatTheDeskWroteInTheSameTransaction() {
        SettingStore settings = new SqlSettingStore(store().transactions(), store().mappers());
        Note note = note();
        assertThatThrownBy(() -> store().transactions().write(() -> {
                    settings.put("by.the.desk", "1");
                    storage.write(() -> notes().insert(note));
                    throw new IllegalStateException("the plugin failed");
                }))
                .hasMessage("the plugin failed");
        assertThat(settings.find("by.the.desk")).isEmpty();
        assertThat(storage.read(() -> notes().find(note.id()))).isNull();
    }

    @Test
    void aMapperOfOtherTablesIsRefusedWhenItIsFirstAskedFor() {
        assertThatThrownBy(() -> storage.read(() -> storage.mapper(PryingMapper.class)))
                .hasMessageContaining("setting");
    }

    @Test
    void aStatementThatIsPutTogetherIsRefusedWhenItRuns() {
        assertThatThrownBy(() -> storage.read(() -> notes().names("setting"))).hasMessageContaining("setting");
        assertThat(storage.read(() -> notes().names(storage.tablePrefix() + "note")))
                .isNotNull();
    }

    @Test
    void aMigrationOfOtherTablesIsRefusedBeforeAnythingRuns() {
        MigrationFile prying = new MigrationFile("0002_more.sql", """
                create table if not exists ${prefix}tag (id uuid not null primary key);
                update setting set content = 'mine';
                """);
        assertThatThrownBy(() -> PluginMigrations.migrate(store().database(), "note-keeper", List.of(TABLES, prying)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
