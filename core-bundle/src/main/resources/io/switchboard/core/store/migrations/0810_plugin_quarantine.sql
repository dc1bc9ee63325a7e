-- Plugins that are asked nothing until somebody lifts it, as long as they have the same bytes.
create table if not exists plugin_quarantine (
    plugin_id ${key} not null primary key,
    sha256 varchar(64) not null,
    since ${time} not null,
    reason varchar(1000) not null
);
