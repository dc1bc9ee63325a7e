-- Who has a ticket open. A row says something for about a minute only; all nodes read it.
create table if not exists ticket_presence (
    ticket_id uuid not null,
    person uuid not null,
    activity varchar(10) not null,
    seen_at ${time} not null,
    primary key (ticket_id, person)
);

create index if not exists ticket_presence_seen on ticket_presence (seen_at);

create index if not exists ticket_presence_person on ticket_presence (person);
