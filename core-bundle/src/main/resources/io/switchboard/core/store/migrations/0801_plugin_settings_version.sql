-- The latest settings of each plugin as they were, secrets sealed. The present ones stand in setting, too.
create table if not exists plugin_settings_version (
    plugin_id ${key} not null,
    version bigint not null,
    content ${json} not null,
    made_at ${time} not null,
    actor varchar(200) not null,
    primary key (plugin_id, version)
);
