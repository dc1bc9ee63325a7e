-- Ties between tickets, read from the first to the second; what has no direction stands with the smaller id first.
create table if not exists ticket_link (
    from_ticket uuid not null,
    to_ticket uuid not null,
    kind varchar(20) not null,
    primary key (from_ticket, to_ticket, kind)
);

create index if not exists ticket_link_to on ticket_link (to_ticket, from_ticket);
