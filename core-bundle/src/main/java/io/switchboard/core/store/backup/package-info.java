/**
 * Backup and restore. A backup is one zip file that fits every engine:
 *
 * <ul>
 *   <li>{@code tables/<name>.jsonl}: a table, one JSON array of its columns' values a line
 *   <li>{@code data/files/...}, {@code data/secret.key}: what belongs to the database in the data folder
 *   <li>{@code manifest.json}: the format, the columns of each table, and the length and SHA-256 of every other entry
 * </ul>
 *
 * The statements that make the tables stand in the changelogs, which are tables like the others; so a backup of one
 * engine can be restored on another, and one of an older version is brought up to date by the next start.
 */
@NullMarked
package io.switchboard.core.store.backup;

import org.jspecify.annotations.NullMarked;
