-- Templates, macros and saved views. The owner is a person, a team, or all zeros for what everybody has; the place says
-- where among the others it stands.
create table if not exists shelf_item (
    id uuid not null primary key,
    kind varchar(20) not null,
    reach varchar(20) not null,
    owner uuid not null,
    place integer not null,
    name varchar(200) not null,
    name_key ${key} not null,
    content ${json} not null,
    version bigint not null,
    created_at ${time} not null,
    updated_at ${time} not null
);

create index if not exists shelf_item_owner on shelf_item (kind, owner, place, name_key, id);
