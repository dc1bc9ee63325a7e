-- Who wants to be told of events. The node is empty for a subscription of the whole desk.
create table if not exists feed_subscription (
    number integer not null primary key,
    plugin ${key} not null,
    name ${key80} not null,
    node ${key80} not null,
    events ${text} not null,
    confidential boolean not null,
    from_start boolean not null,
    state varchar(20) not null,
    registered_at ${time} not null,
    seen_at ${time} not null
);

create unique index if not exists feed_subscription_name on feed_subscription (plugin, name, node);

-- What a subscription has still to be told, one row an event.
create table if not exists feed_row (
    subscription integer not null,
    ticket_id uuid not null,
    sequence bigint not null,
    event_id uuid not null,
    state varchar(10) not null,
    due_at ${time} not null,
    attempts integer not null,
    error varchar(1000),
    primary key (subscription, ticket_id, sequence)
);

create index if not exists feed_row_due on feed_row (subscription, state, due_at);
