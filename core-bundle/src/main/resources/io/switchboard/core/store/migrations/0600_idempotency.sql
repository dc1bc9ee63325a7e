-- Requests that were carried out, by the key their callers gave them. The answer is null until it was given.
create table if not exists idempotency (
    caller ${key} not null,
    path varchar(400) not null,
    idempotency_key ${key} not null,
    request_hash varchar(64) not null,
    status integer,
    location varchar(1000),
    etag varchar(80),
    answer ${text},
    created_at ${time} not null,
    primary key (caller, path, idempotency_key)
);

create index if not exists idempotency_created on idempotency (created_at);
