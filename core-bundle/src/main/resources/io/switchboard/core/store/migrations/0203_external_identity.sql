-- Accounts of other systems that people sign in with; never matched by mail address alone.
create table if not exists external_identity (
    issuer ${key} not null,
    subject ${key} not null,
    person uuid not null,
    login_key ${key} not null,
    bound_at ${time} not null,
    primary key (issuer, subject)
);

create unique index if not exists external_identity_login on external_identity (login_key);

create index if not exists external_identity_person on external_identity (person, issuer);
