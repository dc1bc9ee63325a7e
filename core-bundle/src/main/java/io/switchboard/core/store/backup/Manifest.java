package io.switchboard.core.store.backup;

import java.util.List;

/**
 * What a backup holds.
 *
 * @param format the version of the format
 * @param createdAt when it was begun, RFC 3339
 * @param tables its tables
 * @param entries every entry of the zip file but the manifest itself
 */
record Manifest(int format, String createdAt, List<Table> tables, List<Entry> entries) {
    static final String NAME = "manifest.json";
    static final int FORMAT = 1;

    /** A table: its name in lower case, and its columns in the order in which the values stand. */
    record Table(String name, List<String> columns, long rows) {
        String entry() {
            return "tables/" + name + ".jsonl";
        }
    }

    /** An entry of the zip file, with the SHA-256 of its content in hexadecimal. */
    record Entry(String name, long length, String sha256) {}
}
