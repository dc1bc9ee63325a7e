-- A defect that was confirmed. Its id is in the key under which it is reported, so it is here before the tracker is asked.
create table if not exists ${prefix}defect (
    id uuid not null primary key,
    tracker varchar(40),
    reference varchar(200),
    address varchar(2000),
    state varchar(20) not null,
    state_name varchar(200),
    attempts integer not null,
    trouble varchar(500),
    trouble_since ${time},
    created_at ${time} not null
);

create index if not exists ${prefix}defect_reference on ${prefix}defect (reference, tracker);

create index if not exists ${prefix}defect_trouble on ${prefix}defect (trouble_since);

-- A ticket that an agent called one of a defect; which defect is not known at once. What the ticket was told last stands in told.
create table if not exists ${prefix}member (
    ticket uuid not null primary key,
    defect uuid,
    told varchar(20) not null,
    waited boolean not null,
    commented boolean not null,
    joined_at ${time} not null
);

create index if not exists ${prefix}member_defect on ${prefix}member (defect, ticket);
