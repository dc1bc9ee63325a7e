-- What somebody is writing and has not sent: one for each person, ticket and kind of message.
create table if not exists ticket_draft (
    person uuid not null,
    ticket_id uuid not null,
    kind varchar(10) not null,
    body ${text} not null,
    format varchar(10) not null,
    version bigint not null,
    updated_at ${time} not null,
    primary key (person, ticket_id, kind)
);

create index if not exists ticket_draft_ticket on ticket_draft (ticket_id);
