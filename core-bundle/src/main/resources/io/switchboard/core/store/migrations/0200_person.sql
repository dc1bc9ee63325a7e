-- Everybody the desk knows: whether somebody is an agent or a customer is a matter of roles.
create table if not exists person (
    id uuid not null primary key,
    name varchar(200) not null,
    name_key ${key} not null,
    email varchar(254),
    email_key ${key},
    phone varchar(80),
    phone_key ${key80},
    organization uuid,
    vip boolean not null,
    senior boolean not null,
    active boolean not null,
    erased boolean not null,
    language varchar(35),
    zone varchar(80),
    skills ${json} not null,
    languages ${json} not null,
    working_hours ${json} not null,
    attributes ${json} not null,
    signature ${text},
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create unique index if not exists person_email on person (email_key);

create index if not exists person_phone on person (phone_key);

create index if not exists person_name on person (name_key, id);

create index if not exists person_organization on person (organization, name_key, id);

create table if not exists organization (
    id uuid not null primary key,
    name varchar(200) not null,
    name_key ${key} not null,
    domains ${json} not null,
    shares_tickets boolean not null,
    vip boolean not null,
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create unique index if not exists organization_name on organization (name_key);

-- A mail domain belongs to one organization.
create table if not exists organization_domain (
    domain_key ${key} not null primary key,
    organization uuid not null
);

create table if not exists team (
    id uuid not null primary key,
    name varchar(200) not null,
    name_key ${key} not null,
    parent uuid,
    tier integer not null,
    escalation boolean not null,
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create unique index if not exists team_name on team (name_key);

create table if not exists team_member (
    team uuid not null,
    person uuid not null,
    primary key (team, person)
);

create index if not exists team_member_person on team_member (person, team);

-- When somebody is away, and so is given no tickets.
create table if not exists absence (
    id uuid not null primary key,
    person uuid not null,
    from_at ${time} not null,
    until_at ${time} not null,
    reason varchar(300)
);

create index if not exists absence_person on absence (person, from_at, id);

create index if not exists absence_until on absence (until_at, person);
