-- Codes that stand in for a lost authenticator app; each is removed when it is used. The secret of the app itself stands
-- in credential, sealed; it counts once totp_last_step is set.
create table if not exists recovery_code (
    person uuid not null,
    code_hash ${key80} not null,
    primary key (person, code_hash)
);
