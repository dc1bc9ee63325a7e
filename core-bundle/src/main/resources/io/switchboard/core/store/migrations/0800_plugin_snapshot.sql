-- What was installed after each change of it; the latest are kept. Their archives stand in plugin_archive.
create table if not exists plugin_snapshot (
    number bigint not null primary key,
    made_at ${time} not null,
    actor varchar(200) not null,
    cause varchar(20) not null,
    plugin_id ${key}
);

create table if not exists plugin_snapshot_entry (
    snapshot bigint not null,
    id ${key} not null,
    version varchar(80) not null,
    name varchar(200) not null,
    vendor varchar(200),
    license varchar(200),
    description varchar(2000),
    sockets ${json} not null,
    sha256 varchar(64) not null,
    size bigint not null,
    origin varchar(20) not null,
    enabled boolean not null,
    installed_by varchar(200),
    installed_at ${time} not null,
    primary key (snapshot, id)
);

create index if not exists plugin_snapshot_content on plugin_snapshot_entry (sha256, snapshot);
