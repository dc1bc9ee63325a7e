package io.switchboard.core.store;

/** The table of {@link ProbeMapper}. */
final class ProbeTable {
    static final String CREATE = "create table if not exists probe (id uuid not null primary key, batch uuid not null,"
            + " status varchar(40) not null, impact varchar(40) not null, urgency varchar(40),"
            + " due_at timestamp(6) with time zone, confidential boolean not null, counter bigint not null,"
            + " long_text varchar(100000))";

    private ProbeTable() {}
}
