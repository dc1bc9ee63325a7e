-- Roles are sets of rights; a person may have several.
create table if not exists role (
    id ${key80} not null primary key,
    name varchar(200) not null,
    rights ${json} not null,
    built_in boolean not null,
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create table if not exists person_role (
    person uuid not null,
    role ${key80} not null,
    primary key (person, role)
);

create index if not exists person_role_role on person_role (role, person);

-- How a person proves who they are. Nothing here can be turned back into a secret.
create table if not exists credential (
    person uuid not null primary key,
    password_hash varchar(300),
    totp_secret varchar(300),
    totp_last_step bigint,
    recovery_hashes ${json},
    updated_at ${time} not null
);

create table if not exists session (
    token_hash ${key80} not null primary key,
    person uuid not null,
    csrf_token varchar(80) not null,
    created_at ${time} not null,
    seen_at ${time} not null,
    expires_at ${time} not null
);

create index if not exists session_person on session (person, token_hash);

create index if not exists session_expires on session (expires_at);

create table if not exists api_token (
    id uuid not null primary key,
    person uuid not null,
    name varchar(200) not null,
    token_hash ${key80} not null,
    created_at ${time} not null,
    expires_at ${time},
    used_at ${time}
);

create unique index if not exists api_token_hash on api_token (token_hash);

create index if not exists api_token_person on api_token (person, id);

-- Links that act once or for a while: invitations, password resets, sign-in links, private links of tickets.
create table if not exists link_token (
    token_hash ${key80} not null primary key,
    purpose varchar(20) not null,
    person uuid not null,
    ticket_id uuid,
    created_at ${time} not null,
    expires_at ${time} not null,
    used_at ${time}
);

create index if not exists link_token_person on link_token (person, purpose);

create index if not exists link_token_expires on link_token (expires_at);
