-- Which rule escalated: the same one escalates a ticket once.
alter table ticket_escalation add column if not exists rule varchar(400);

create unique index if not exists ticket_escalation_rule on ticket_escalation (ticket_id, rule);
