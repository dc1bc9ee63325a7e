-- What is to be done at a time of the desk's clock. It rings at ring_at, which lies after due_at once ringing has failed.
create table if not exists timer (
    kind ${key} not null,
    subject ${key} not null,
    ticket_id uuid,
    due_at ${time} not null,
    payload ${text},
    ring_at ${time} not null,
    attempts integer not null,
    primary key (kind, subject)
);

create index if not exists timer_ring on timer (ring_at);

create index if not exists timer_ticket on timer (ticket_id);
