-- Where what is known of a customer comes from: a directory, by the id of its plugin, or by hand where the source is null.
create table if not exists customer_origin (
    person uuid not null,
    field ${key} not null,
    source ${key},
    told_at ${time} not null,
    primary key (person, field)
);

-- When directories may be asked about a customer again.
create table if not exists customer_lookup (
    person uuid not null primary key,
    due_at ${time} not null
);
