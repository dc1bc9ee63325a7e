/**
 * A plugin's own tables: its transactions, its MyBatis mappers and its migrations. A plugin has no access to the tables
 * of the desk or of other plugins; what it wants of tickets it asks the desk for. Its tables stay when it is removed.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
