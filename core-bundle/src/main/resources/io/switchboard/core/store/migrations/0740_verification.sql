-- What a requester was asked after a ticket was solved: one question and one reminder for each time. A token stands here
-- only as a hash, and goes when it was used.
create table if not exists verification (
    ticket_id uuid not null,
    reopenings integer not null,
    kind varchar(12) not null,
    person uuid not null,
    token_hash ${key80},
    asked_at ${time} not null,
    expires_at ${time} not null,
    primary key (ticket_id, reopenings, kind)
);

create unique index if not exists verification_token on verification (token_hash);

create index if not exists verification_person on verification (person, ticket_id);
