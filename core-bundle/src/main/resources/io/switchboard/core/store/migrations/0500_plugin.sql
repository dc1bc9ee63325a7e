-- What is installed.
create table if not exists plugin (
    id ${key} not null primary key,
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
    failure ${text},
    installed_by varchar(200),
    installed_at ${time} not null
);

-- The bytes of what is installed, in pieces, so that every node has them and they stand or fall with the plugin's row.
create table if not exists plugin_archive (
    sha256 varchar(64) not null,
    place integer not null,
    bytes ${binary} not null,
    primary key (sha256, place)
);

create index if not exists plugin_content on plugin (sha256, id);

-- What came from the distribution or from the plugin folder, and was dealt with: so that it is installed once, and
-- what is taken out of the folder is removed.
create table if not exists plugin_source (
    kind varchar(20) not null,
    name ${key} not null,
    sha256 varchar(64) not null,
    version varchar(80) not null,
    plugin_id ${key} not null,
    primary key (kind, name)
);
