-- Whether no person wrote a message.
alter table message add column if not exists automatic boolean default false not null;

-- Why a ticket was closed, beside its place in the resolution, for lists.
alter table ticket add column if not exists closure varchar(20);

-- Who may be told that a ticket is gone.
alter table tombstone add column if not exists confidential boolean default false not null;

create index if not exists ticket_submitter on ticket (submitter, updated_at, id);
