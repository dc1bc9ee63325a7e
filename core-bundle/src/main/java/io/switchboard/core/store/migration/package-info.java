/**
 * Migrations: SQL files that bring a database to what this version needs, one statement a step.
 *
 * <p>A file is called {@code NNNN_name.sql}. Its statements end with a semicolon at the end of a line; a line that
 * begins with {@code --} is a comment. Each statement is a step {@code NNNN.kkk} with a row of its own in the changelog,
 * which also keeps the statement, so that a backup can build the tables again. A step must be re-runnable, because a
 * kill may come between it and its row, and additive, because the nodes of the previous version still run.
 *
 * <p>{@code ${key}}, {@code ${key80}}, {@code ${text}}, {@code ${json}}, {@code ${time}} and {@code ${binary}} stand for
 * the engine's column types: see {@link io.switchboard.core.store.DatabaseKind}.
 *
 * <p>Files apply in the order of their numbers, and a file with a lower number that appears later is applied too.
 */
@NullMarked
package io.switchboard.core.store.migration;

import org.jspecify.annotations.NullMarked;
