/**
 * The statuses a ticket passes, the table of legal transitions, and the socket TransitionGuard by which a
 * plugin permits or refuses one.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
