-- How many open tickets each agent has. The version grows with each change, so that who scored on it can tell.
create table if not exists agent_load (
    agent uuid not null primary key,
    open_tickets integer not null,
    version bigint not null,
    last_assigned_at ${time}
);

-- Why a ticket went where it went: the latest explanation of each ticket.
create table if not exists triage_explanation (
    ticket_id uuid not null primary key,
    content ${json} not null,
    made_at ${time} not null
);
