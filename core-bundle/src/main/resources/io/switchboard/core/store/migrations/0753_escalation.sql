-- Escalations of tickets, with where each came from and what was answered. Words have an author each.
create table if not exists ticket_escalation (
    id uuid not null primary key,
    ticket_id uuid not null,
    kind varchar(20) not null,
    reason varchar(40) not null,
    explanation ${text} not null,
    from_team uuid,
    from_assignee uuid,
    to_team uuid not null,
    author uuid,
    escalated_at ${time} not null,
    state varchar(20) not null,
    answer ${text},
    answered_by uuid,
    answered_at ${time}
);

create index if not exists ticket_escalation_ticket on ticket_escalation (ticket_id, id);

create index if not exists ticket_escalation_time on ticket_escalation (escalated_at, ticket_id);

create index if not exists ticket_escalation_author on ticket_escalation (author, ticket_id);

create index if not exists ticket_escalation_answered on ticket_escalation (answered_by, ticket_id);
