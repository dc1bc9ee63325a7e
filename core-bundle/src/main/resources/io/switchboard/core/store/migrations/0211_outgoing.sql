-- What is to leave the desk. The content is sealed, since it may hold a link that acts, and goes when it was delivered.
create table if not exists outgoing (
    id uuid not null primary key,
    ticket_id uuid,
    purpose ${key80} not null,
    address_kind ${key80} not null,
    address varchar(300) not null,
    receiver varchar(200) not null,
    content ${text},
    state varchar(12) not null,
    attempts integer not null,
    created_at ${time} not null,
    expires_at ${time} not null,
    outcome varchar(500)
);

create index if not exists outgoing_state on outgoing (state, created_at, id);

-- How much was sent to an address that nobody has verified: one row a message, gone after a day.
create table if not exists unverified_mail (
    id uuid not null primary key,
    address_hash ${key80} not null,
    sent_at ${time} not null
);

create index if not exists unverified_mail_address on unverified_mail (address_hash, sent_at, id);
