-- A review of an incident; there is one at most for each ticket. What people write in it is theirs, nothing of the ticket is copied.
create table if not exists ${prefix}review (
    id uuid not null primary key,
    ticket uuid not null,
    state varchar(10) not null,
    made_by uuid,
    summary ${text},
    root_cause ${text},
    lessons ${text},
    version integer not null,
    created_at ${time} not null,
    due_at ${time} not null,
    completed_at ${time}
);

create unique index if not exists ${prefix}review_ticket on ${prefix}review (ticket);

create index if not exists ${prefix}review_state on ${prefix}review (state, id);

-- What is to be done. The day by which is in ISO 8601; remarked is the day of which it was said that it is over.
create table if not exists ${prefix}action (
    id uuid not null primary key,
    review uuid not null,
    title varchar(300) not null,
    assigned_to uuid,
    due varchar(10),
    done_at ${time},
    done_by uuid,
    remarked varchar(10),
    version integer not null,
    created_at ${time} not null
);

create index if not exists ${prefix}action_review on ${prefix}action (review, id);

create index if not exists ${prefix}action_owner on ${prefix}action (assigned_to, id);
