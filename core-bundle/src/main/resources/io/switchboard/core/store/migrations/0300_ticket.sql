-- A ticket. The bucket says in which part of a queue it stands: pending, unassigned, active, waiting, done or discarded.
-- The rank grows with the priority, so that lists sort in one direction. The queue is the team,
-- or all zeros while there is none. A ticket without a due time has one far away.
-- The by_ columns are always zero. HSQLDB takes the first index whose leading columns are all compared for equality, so
-- each order of a list has a column of its own that says which index it is to be read along.
create table if not exists ticket (
    id uuid not null primary key,
    number ${key80} not null,
    row_version bigint not null,
    version bigint not null,
    subject varchar(300) not null,
    opening_message uuid not null,
    requester uuid not null,
    submitter uuid not null,
    organization uuid,
    channel ${key80} not null,
    type varchar(40) not null,
    category ${key},
    product ${key80},
    impact varchar(10) not null,
    urgency varchar(10) not null,
    priority varchar(2) not null,
    priority_overridden boolean not null,
    priority_rank integer not null,
    profile ${key80} not null,
    status varchar(40) not null,
    stage varchar(20) not null,
    next_move varchar(20) not null,
    disposition varchar(20) not null,
    triage varchar(20) not null,
    bucket varchar(12) not null,
    postponed_until ${time},
    status_since ${time} not null,
    reopenings integer not null,
    assignee uuid,
    team uuid,
    queue uuid not null,
    error_messages ${text},
    affected_systems ${json},
    user_impact ${text},
    resolution ${json},
    deadlines ${json},
    due_at ${time} not null,
    expected_resolution_at ${time},
    next_update_due_at ${time},
    tags ${json},
    fields ${json},
    confidential boolean not null,
    imported boolean not null,
    external_system ${key80},
    external_number ${key},
    merged_into uuid,
    last_sequence bigint not null,
    last_hash varchar(64) not null,
    created_at ${time} not null,
    updated_at ${time} not null,
    by_updated smallint default 0 not null,
    by_created smallint default 0 not null,
    by_due smallint default 0 not null,
    by_rank smallint default 0 not null
);

create unique index if not exists ticket_number on ticket (number);

create unique index if not exists ticket_external on ticket (external_system, external_number);

create index if not exists ticket_external_number on ticket (external_number);

create index if not exists ticket_bucket_updated on ticket (bucket, by_updated, updated_at, id);

create index if not exists ticket_bucket_created on ticket (bucket, by_created, created_at, id);

create index if not exists ticket_bucket_due on ticket (bucket, by_due, due_at, id);

create index if not exists ticket_bucket_rank on ticket (bucket, by_rank, priority_rank, updated_at, id);

create index if not exists ticket_queue_updated on ticket (queue, bucket, by_updated, updated_at, id);

create index if not exists ticket_queue_created on ticket (queue, bucket, by_created, created_at, id);

create index if not exists ticket_queue_due on ticket (queue, bucket, by_due, due_at, id);

create index if not exists ticket_queue_rank on ticket (queue, bucket, by_rank, priority_rank, updated_at, id);

create index if not exists ticket_assignee on ticket (assignee, bucket, updated_at, id);

create index if not exists ticket_requester on ticket (requester, updated_at, id);

create index if not exists ticket_organization on ticket (organization, updated_at, id);

create index if not exists ticket_status on ticket (status);

create index if not exists ticket_category on ticket (category);

create index if not exists ticket_merged on ticket (merged_into, id);

-- Persons in copy and watchers.
create table if not exists participant (
    ticket_id uuid not null,
    person uuid not null,
    kind varchar(10) not null,
    primary key (ticket_id, person)
);

create index if not exists participant_person on participant (person, ticket_id);

create table if not exists message (
    id uuid not null primary key,
    ticket_id uuid not null,
    kind varchar(10) not null,
    author uuid,
    body ${text} not null,
    format varchar(10) not null,
    channel ${key80} not null,
    created_at ${time} not null
);

create index if not exists message_ticket on message (ticket_id, id);

-- What happened, append-only. People stand in it by id and texts by a salted hash.
create table if not exists history (
    ticket_id uuid not null,
    sequence bigint not null,
    event_id uuid not null,
    type varchar(60) not null,
    actor ${json} not null,
    happened_at ${time} not null,
    details ${json} not null,
    hash varchar(64) not null,
    primary key (ticket_id, sequence)
);

create unique index if not exists history_event on history (event_id);

-- The texts of history rows, which can be erased without breaking a hash.
create table if not exists history_text (
    event_id uuid not null,
    field ${key} not null,
    salt varchar(32) not null,
    before_text ${text},
    after_text ${text},
    primary key (event_id, field)
);

-- What is left of a ticket that was removed for good.
create table if not exists tombstone (
    ticket_id uuid not null primary key,
    number ${key80} not null,
    last_sequence bigint not null,
    last_hash varchar(64) not null,
    purged_at ${time} not null,
    purged_by ${json} not null
);

create unique index if not exists tombstone_number on tombstone (number);

create table if not exists ticket_tag (
    tag ${key80} not null,
    ticket_id uuid not null,
    primary key (tag, ticket_id)
);

create index if not exists ticket_tag_ticket on ticket_tag (ticket_id, tag);
