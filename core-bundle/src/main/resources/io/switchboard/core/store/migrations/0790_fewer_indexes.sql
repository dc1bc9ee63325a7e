-- The row to be locked by whoever changes a ticket. It is narrow: taking it costs one index, where the ticket has many.
-- A ticket from before gets its row when it is changed for the first time. ticket.row_version served for this and stays
-- without use, since taking a column out writes all tickets anew.
create table if not exists ticket_turn (
    ticket_id uuid not null primary key,
    taken bigint not null
);

-- What few tickets have is found by tables of its own, so that all others do not pay for its indexes with each change.
create table if not exists external_number (
    ticket_id uuid not null primary key,
    system ${key80} not null,
    number ${key} not null
);

insert into external_number (ticket_id, system, number)
select t.id, t.external_system, t.external_number from ticket t
where t.external_system is not null and t.external_number is not null
and not exists (select 1 from external_number e where e.ticket_id = t.id);

create unique index if not exists external_number_system on external_number (system, number);

create index if not exists external_number_number on external_number (number);

create table if not exists merged_ticket (
    ticket_id uuid not null primary key,
    survivor uuid not null
);

insert into merged_ticket (ticket_id, survivor)
select t.id, t.merged_into from ticket t
where t.merged_into is not null and not exists (select 1 from merged_ticket m where m.ticket_id = t.id);

create index if not exists merged_ticket_survivor on merged_ticket (survivor, ticket_id);

create table if not exists next_update (
    ticket_id uuid not null primary key,
    due_at ${time} not null
);

insert into next_update (ticket_id, due_at)
select t.id, t.next_update_due_at from ticket t
where t.next_update_due_at is not null and not exists (select 1 from next_update n where n.ticket_id = t.id);

create index if not exists next_update_due on next_update (due_at, ticket_id);

drop index if exists ticket_external;

drop index if exists ticket_external_number;

drop index if exists ticket_merged;
