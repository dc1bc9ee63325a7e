-- What was said, or done, to all reports of an incident at once, and what came of it in each. The words are in the threads.
create table if not exists broadcast (
    id uuid not null primary key,
    ticket_id uuid not null,
    author uuid,
    channel varchar(64) not null,
    message_id uuid,
    status varchar(80),
    closure varchar(20),
    sent_at ${time} not null
);

create index if not exists broadcast_ticket on broadcast (ticket_id, id);

create table if not exists broadcast_report (
    broadcast uuid not null,
    ticket_id uuid not null,
    state varchar(10) not null,
    code varchar(80),
    detail ${text},
    primary key (broadcast, ticket_id)
);

create index if not exists broadcast_report_ticket on broadcast_report (ticket_id);

create index if not exists broadcast_report_state on broadcast_report (broadcast, state, ticket_id);
