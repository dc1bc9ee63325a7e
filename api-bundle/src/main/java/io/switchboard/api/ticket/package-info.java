/**
 * The words of a ticket: what it is, where it stands, who it belongs to, and what was said in it. All types are
 * immutable values; changing a ticket is asked for through io.switchboard.api.desk.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.ticket;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
