-- Whose signature the next version of a plugin must have; null if an administrator has released the plugin from its signer.
create table if not exists plugin_signer (
    plugin_id ${key} not null primary key,
    fingerprint varchar(64),
    signer varchar(1000),
    bound_at ${time} not null,
    bound_by varchar(200) not null
);
