-- The lifecycle profiles that administrators made.
create table if not exists lifecycle_profile (
    id ${key80} not null primary key,
    content ${json} not null
);

-- Rows to be locked: one of a profile by each ticket on its way in it, all of them by whoever changes the profile.
create table if not exists lifecycle_hold (
    profile ${key80} not null,
    slot integer not null,
    holds bigint not null,
    primary key (profile, slot)
);

-- Where the tickets of these profiles stand.
create table if not exists lifecycle_standing (
    ticket_id uuid not null primary key,
    profile ${key80} not null,
    status varchar(40) not null
);

create index if not exists lifecycle_standing_status on lifecycle_standing (profile, status);
