package io.switchboard.core.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFileTest {
    @Test
    void eachStatementIsAStep() {
        MigrationFile file = new MigrationFile("0101_notes.sql", """
                -- Notes; not a statement;
                create table if not exists note (
                    id uuid primary key,
                    body ${text}  -- may be long
                );

                create index if not exists note_body
                    on note (body);
                insert into note (body) select ';' from note where 1 = 0;
                drop index if exists note_old;
                """);
        assertThat(file.steps())
                .extracting(step -> step.id().toPlainString())
                .containsExactly("101.001", "101.002", "101.003", "101.004");
        assertThat(file.steps().get(1).statement())
                .isEqualTo("create index if not exists note_body\n    on note (body)");
        assertThat(file.steps().get(0).description()).isEqualTo("notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table note (id uuid);",
                "drop table note;",
                "alter table note drop column body;",
                "alter table note add column body varchar(10);",
                "create unique index note_body on note (body);",
                "drop index note_body;",
                "truncate table note;"
            })
    void aStepThatCannotRunAgainOrTakesSomethingAwayIsRefused(String statement) {
        MigrationFile file = new MigrationFile("0101_notes.sql", statement);
        assertThatThrownBy(file::steps)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0101_notes");
    }

    @Test
    void aStatementWithoutItsEndIsRefused() {
        MigrationFile file = new MigrationFile("0101_notes.sql", "create table if not exists note (id uuid)");
        assertThatThrownBy(file::steps).hasMessageContaining("semicolon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.sql", "1_notes.sql", "0001_Notes.sql", "0001_notes.txt", "../0001_notes.sql"})
    void aFileWithAnotherNameIsRefused(String name) {
        assertThatThrownBy(() -> new MigrationFile(name, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
