package io.switchboard.core.store.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.migration.MigrationFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditiveStepsTest {
    private static List<String> objections(String... statements) {
        return AdditiveSteps.objections(
                List.of(new MigrationFile("0002_more.sql", String.join(";\n", statements) + ";\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table if not exists ${prefix}note (id uuid primary key, body ${text} not null)",
                "create index if not exists ${prefix}note_body on ${prefix}note (body)",
                "alter table ${prefix}note add column if not exists seen ${time}",
                "alter table ${prefix}note add column if not exists tries integer default 0 not null",
                "alter table ${prefix}note add column if not exists why varchar(10) check (why is not null)",
                "insert into ${prefix}note (id, body) values (1, 'delete from everything')"
            })
    void whatTheVersionBeforeCanLiveWithIsTaken(String statement) {
        assertThat(objections(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from ${prefix}note",
                "Delete\n from ${prefix}note where id = 1",
                "update ${prefix}note set body = 'x'",
                "update ${prefix}note set body = coalesce(body, 'x'), seen = null where id = 1",
                "merge into ${prefix}note using ${prefix}other on (1 = 1) when matched then delete",
                "alter table ${prefix}note add column if not exists tries integer not null",
                "create unique index if not exists ${prefix}note_body on ${prefix}note (body)"
            })
    void whatTheVersionBeforeCouldNotLiveWithIsRefused(String statement) {
        assertThat(objections(statement)).singleElement().asString().startsWith("step 2.001 of 0002_more.sql ");
    }

    @Test
    void aNewColumnMayBeFilledAndANewTableDemandWhatItLikes() {
        assertThat(objections(
                        "alter table ${prefix}note add column if not exists short varchar(10)",
                        "update ${prefix}note set short = substring(body from 1 for 10) where short is null",
                        "create table if not exists ${prefix}tag (id uuid primary key, name varchar(10) not null)",
                        "create unique index if not exists ${prefix}tag_name on ${prefix}tag (name)",
                        "update ${prefix}tag set name = lower(name)"))
                .isEmpty();
    }

    @Test
    void aNewColumnThatIsFilledDoesNotLetAnotherBeChanged() {
        assertThat(objections(
                        "alter table ${prefix}note add column if not exists short varchar(10)",
                        "update ${prefix}note set short = 'x', body = 'y'"))
                .singleElement()
                .asString()
                .contains("step 2.002", "the column body");
    }
}
