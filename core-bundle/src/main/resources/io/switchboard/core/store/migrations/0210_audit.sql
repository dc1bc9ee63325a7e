-- What was done to the desk itself, append-only: rows are never changed, and go only by retention.
create table if not exists audit (
    id uuid not null primary key,
    happened_at ${time} not null,
    kind ${key80} not null,
    actor ${key} not null,
    channel ${key80} not null,
    address varchar(80),
    object ${key} not null,
    before_state ${text},
    after_state ${text}
);

create index if not exists audit_at on audit (happened_at, id);

create index if not exists audit_actor on audit (actor, happened_at, id);

create index if not exists audit_kind on audit (kind, happened_at, id);

create index if not exists audit_object on audit (object, happened_at, id);
