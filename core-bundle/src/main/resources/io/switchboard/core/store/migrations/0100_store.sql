-- Settings of the desk: one JSON value a name.
create table if not exists setting (
    name ${key} not null primary key,
    content ${json} not null,
    version bigint not null,
    updated_at ${time} not null
);

-- Who may do alone what only one node may do. The token grows with every new owner.
create table if not exists lease (
    name ${key} not null primary key,
    owner ${key} not null,
    expires_at ${time} not null,
    token bigint not null
);

-- The next number of each sequence that no node has taken yet.
create table if not exists number_block (
    name ${key} not null primary key,
    next_number bigint not null
);
