-- Tasks inside tickets. The author is whose words the title is.
create table if not exists ticket_task (
    id uuid not null primary key,
    ticket_id uuid not null,
    title varchar(300) not null,
    assignee uuid,
    due_at ${time},
    place integer not null,
    done_at ${time},
    done_by uuid,
    author uuid,
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create index if not exists ticket_task_ticket on ticket_task (ticket_id, place, id);

create index if not exists ticket_task_assignee on ticket_task (assignee, ticket_id);

create index if not exists ticket_task_author on ticket_task (author, ticket_id);

-- Working time on tickets. The worker is who worked, the author whose words the note is.
create table if not exists ticket_time (
    id uuid not null primary key,
    ticket_id uuid not null,
    worker uuid not null,
    minutes integer not null,
    worked_at ${time} not null,
    kind varchar(20) not null,
    note ${text},
    author uuid,
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create index if not exists ticket_time_ticket on ticket_time (ticket_id, id);

create index if not exists ticket_time_author on ticket_time (author, ticket_id);
