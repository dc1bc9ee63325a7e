/**
 * Events of the desk and the socket Reaction by which a plugin acts on them after they were committed: at least
 * once, in order per ticket, with a backlog of its own.
 */
@Export
@Version("0.3.0")
@NullMarked
package io.switchboard.api.reaction;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
