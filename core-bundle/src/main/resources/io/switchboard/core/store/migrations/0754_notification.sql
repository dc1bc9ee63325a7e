-- What people of the desk are told of tickets. It holds no words: what it says follows from its kind and the ticket.
create table if not exists notification (
    id uuid not null primary key,
    person uuid not null,
    ticket_id uuid not null,
    kind varchar(20) not null,
    caused_by uuid,
    made_at ${time} not null,
    read_at ${time}
);

create index if not exists notification_person on notification (person, id);

create index if not exists notification_ticket on notification (ticket_id);
