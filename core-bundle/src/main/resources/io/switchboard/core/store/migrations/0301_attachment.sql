-- Files. One that is bound to no message yet belongs to whoever uploaded it.
create table if not exists attachment (
    id uuid not null primary key,
    name varchar(255) not null,
    type varchar(200) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    uploader ${key},
    ticket_id uuid,
    message_id uuid,
    place integer not null,
    created_at ${time} not null
);

create index if not exists attachment_message on attachment (message_id, place, id);

create index if not exists attachment_ticket on attachment (ticket_id, id);

create index if not exists attachment_content on attachment (sha256, id);

create index if not exists attachment_unbound on attachment (message_id, created_at);
