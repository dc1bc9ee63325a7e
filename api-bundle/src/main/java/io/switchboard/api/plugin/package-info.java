/**
 * What a plugin is told of itself, what it may use of the desk besides tickets, and how it says how it feels.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
