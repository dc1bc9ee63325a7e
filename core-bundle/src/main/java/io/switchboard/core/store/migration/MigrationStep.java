package io.switchboard.core.store.migration;

import java.math.BigDecimal;

/**
 * One statement of a migration.
 *
 * @param id number of the file, a point, and the place in it as three digits
 * @param description what the file is for
 * @param statement the SQL with its variables, without a semicolon
 */
public record MigrationStep(BigDecimal id, String description, String statement) {
    /** How many digits stand behind the point of an id. */
    public static final int ID_SCALE = 3;
}
