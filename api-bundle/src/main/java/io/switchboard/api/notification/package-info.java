/**
 * Telling people what happened to their tickets. Version 0: may still change.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.notification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
