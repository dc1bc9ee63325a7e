package io.switchboard.api.storage;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;

/**
 * Says where the bundle has its migrations. Put on any class or package of the bundle, it becomes the manifest header
 * {@code Switchboard-Migrations}.
 *
 * <p>A migration is a file {@code NNNN_name.sql} whose statements each end with a semicolon at the end of a line. A
 * statement must be additive and safe to run again: {@code create table if not exists ${prefix}note (...)},
 * {@code create index if not exists}, {@code alter table ... add column if not exists}, or new rows. The version before
 * must be able to go on with the tables, so rows that are there are neither changed nor removed, except that a file may fill
 * the columns that it adds. What was applied is remembered and never runs again, so a file that was delivered is not edited;
 * a new one is added.
 * {@code ${key}}, {@code ${key80}}, {@code ${text}}, {@code ${json}}, {@code ${time}} and {@code ${binary}} are the
 * column types that differ between databases.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Header(name = "Switchboard-Migrations", value = "${#value}")
public @interface Migrations {
    /** Returns the folder inside the bundle, for example {@code migrations}. */
    String value();
}
