-- What became of each closure of a ticket: whom the desk asked by which form, and what they said; or that nobody was asked.
-- One row for each closure, so that a closing that is told twice is decided once. The form stands here as it was put, so that
-- an answer needs nobody else. What customers wrote stands apart from what they chose: it goes when they are erased.
create table if not exists survey_invitation (
    id uuid not null primary key,
    ticket_id uuid not null,
    closure integer not null,
    outcome varchar(20) not null,
    person uuid not null,
    survey ${key80},
    edition ${key80},
    kind varchar(20),
    form ${json},
    token_hash ${key80},
    sent boolean not null,
    asked_at ${time} not null,
    expires_at ${time} not null,
    score integer,
    low boolean,
    content boolean,
    choices ${json},
    words ${json},
    answered_at ${time},
    corrected_at ${time},
    follow_up varchar(20)
);

create unique index if not exists survey_invitation_closure on survey_invitation (ticket_id, closure);

create unique index if not exists survey_invitation_token on survey_invitation (token_hash);

create index if not exists survey_invitation_person on survey_invitation (person, asked_at);

create index if not exists survey_invitation_time on survey_invitation (asked_at, id);
