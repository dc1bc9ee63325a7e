package io.switchboard.core.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.StoreTestbed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What migrating promises, on every engine. */
abstract class MigratorContract {
    private static final MigrationFile NOTES = new MigrationFile("0101_notes.sql", """
            create table if not exists note (id bigint not null primary key, name ${key} not null, body ${text}, made ${time});
            create index if not exists note_name on note (name, id);
            insert into note (id, name) select 1, 'first' from (values (0)) as seed(n) where not exists (select 1 from note where id = 1);
            """);
    private static final MigrationFile LATER = new MigrationFile(
            "0099_earlier_number.sql",
            "create table if not exists tag (name ${key80} not null primary key, hint ${json}, icon ${binary});");

    private Database database;

    abstract Database empty();

    @BeforeEach
    void open() {
        database = empty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void migrate(MigrationFile... files) throws SQLException {
        new Migrator(database, "changelog", Map.of()).run(List.of(files));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                rows.add(results.getString(1));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyStepIsAppliedOnceAndKeepsItsStatement() throws SQLException {
        migrate(NOTES);
        migrate(NOTES);
        assertThat(query("select id from changelog order by id")).containsExactly("101.001", "101.002", "101.003");
        assertThat(query("select name from note")).containsExactly("first");
        assertThat(query("select statement from changelog where id = 101.002"))
                .containsExactly("create index if not exists note_name on note (name, id)");
    }

    @Test
    void aFileWithALowerNumberThatComesLaterIsAppliedToo() throws SQLException {
        migrate(NOTES);
        migrate(LATER, NOTES);
        assertThat(query("select count(*) from tag")).containsExactly("0");
    }

    @Test
    void aKillBetweenAStepAndItsRowIsMended() throws SQLException {
        migrate(NOTES);
        for (String step : List.of("101.001", "101.002", "101.003")) {
            execute("delete from changelog where id = " + step);
            migrate(NOTES);
        }
        execute("delete from changelog");
        migrate(NOTES);
        assertThat(query("select name from note")).containsExactly("first");
        assertThat(query("select id from changelog order by id")).hasSize(3);
    }

    @Test
    void aFailingStepStopsThereAndIsTriedAgain() throws SQLException {
        MigrationFile broken = new MigrationFile("0102_broken.sql", "insert into nowhere (id) values (1);");
        assertThatThrownBy(() -> migrate(NOTES, broken)).hasMessageContainingAll("Error executing command");
        assertThat(query("select id from changelog")).hasSize(3);
        execute("create table nowhere (id bigint)");
        migrate(NOTES, broken);
        assertThat(query("select id from nowhere")).containsExactly("1");
    }

    @Test
    void nodesThatStartAtOnceDoNotCollide() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int node = 0; node < startsAtOnce(); node++) {
                starts.add(nodes.submit(() -> {
                    migrate(StoreTestbed.coreMigrations().toArray(MigrationFile[]::new));
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(query("select name from setting")).isEmpty();
    }

    /** How many nodes the engine may have. */
    abstract int startsAtOnce();

    @Test
    void anUnknownVariableIsNamed() {
        MigrationFile file =
                new MigrationFile("0101_notes.sql", "create table if not exists note (id ${identifier} primary key);");
        assertThatThrownBy(() -> migrate(file)).hasStackTraceContaining("${identifier}");
    }
}
