package io.switchboard.core.store.extension;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTablesTest {
    private final OwnTables tables = new OwnTables("x_0123abcd_");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from x_0123abcd_note where ticket = ? order by made",
                "SELECT n.body FROM x_0123abcd_note n JOIN x_0123abcd_tag t USING (id) WHERE t.name IN (?, ?)",
                "select a.id from x_0123abcd_note a, x_0123abcd_tag b where a.id = b.id",
                "select count(*) from (select id from x_0123abcd_note) as own(id)",
                "select extract(year from made), trim(both from body) from x_0123abcd_note",
                "select id from x_0123abcd_note where body is not distinct from ? and hint = 'from ticket'",
                "with recent as (select id from x_0123abcd_note), old (id) as (select id from x_0123abcd_tag)"
                        + " select r.id from recent r join old on old.id = r.id",
                "with recursive up (id) as (select id from x_0123abcd_note union all select n.id from x_0123abcd_note n"
                        + " join up on up.id = n.id) select id from up",
                "insert into x_0123abcd_note (id, setting) values (?, ?)",
                "insert into x_0123abcd_note (id) values (?) on conflict (id) do update set body = excluded.body",
                "insert into x_0123abcd_note (id) select 1 from (values (0)) as seed(n) where not exists (select 1 from x_0123abcd_note)",
                "merge into x_0123abcd_note using (values (?)) as s(id) on x_0123abcd_note.id = s.id"
                        + " when matched then update set body = ? when not matched then insert (id) values (s.id)",
                "update x_0123abcd_note set body = ? where id = ?",
                "delete from x_0123abcd_note where id = ?",
                "select id from x_0123abcd_note where id = ? for update",
                "create table if not exists x_0123abcd_note (id uuid primary key, tag uuid references x_0123abcd_tag on delete cascade)",
                "create unique index if not exists x_0123abcd_note_i on x_0123abcd_note (id)",
                "alter table x_0123abcd_note add column if not exists hint varchar(80)",
                "values (current_timestamp)"
            })
    void statementsOnItsOwnTablesPass(String sql) {
        assertThatCode(() -> tables.check(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from ticket",
                "select * from x_ffffffff_note",
                "select * from public.ticket",
                "select * from information_schema.system_users",
                "select * from x_0123abcd_note, person",
                "select * from x_0123abcd_note a, (select 1) b, person",
                "select * from x_0123abcd_note n left join ticket t on t.id = n.id",
                "select (select password from credential) from x_0123abcd_note",
                "select id from x_0123abcd_note where id in (select id from ticket)",
                "select id from (ticket)",
                "with own as (select * from ticket) select * from own",
                "insert into setting (name) values (?)",
                "insert into x_0123abcd_note (id) select id from person",
                "merge into x_0123abcd_note using person on 1 = 1 when matched then update set body = person.name",
                "update ticket set version = 1",
                "delete from history",
                "delete from x_0123abcd_note using history where 1 = 1",
                "drop table x_0123abcd_note",
                "truncate table x_0123abcd_note",
                "shutdown",
                "set database transaction control locks",
                "select * from \"ticket\"",
                "select 1; delete from ticket",
                "select 1 -- from",
                "select /* from */ 1",
                "create table if not exists note (id uuid)",
                "drop index if exists ticket_number",
                "create index if not exists i on ticket (id)",
                "create index if not exists x_0123abcd_i on ticket (id)",
                "create table if not exists x_0123abcd_n (id uuid references person)",
                "alter table ticket add column if not exists hint varchar(80)"
            })
    void statementsOnOtherTablesAreRefused(String sql) {
        assertThatThrownBy(() -> tables.check(sql)).isInstanceOf(IllegalArgumentException.class);
    }
}
