package io.switchboard.core.store;

import java.util.Map;

/** The engines that the store runs on. */
public enum DatabaseKind {
    /** HSQLDB inside this process; the default. */
    HSQLDB(
            "hsqldb",
            Map.of(
                    "key", "varchar(200)",
                    "key80", "varchar(80)",
                    "text", "longvarchar",
                    "json", "longvarchar",
                    "time", "timestamp(6) with time zone",
                    "binary", "longvarbinary")),
    /** PostgreSQL, for several nodes. */
    POSTGRESQL(
            "postgresql",
            Map.of(
                    "key", "varchar(200) collate \"C\"",
                    "key80", "varchar(80) collate \"C\"",
                    "text", "text",
                    "json", "text",
                    "time", "timestamp(6) with time zone",
                    "binary", "bytea"));

    private final String id;
    private final Map<String, String> columnTypes;

    DatabaseKind(String id, Map<String, String> columnTypes) {
        this.id = id;
        this.columnTypes = columnTypes;
    }

    /** Returns the name by which mappers and migrations pick a variant, MyBatis' {@code databaseId}. */
    public String id() {
        return id;
    }

    /** Returns the variables of migrations: the column types whose names differ between engines. */
    public Map<String, String> columnTypes() {
        return columnTypes;
    }
}
