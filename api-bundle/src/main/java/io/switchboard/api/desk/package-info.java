/**
 * What a plugin may ask of the desk: open a ticket, post, classify, assign, transition, link. Each call is one
 * transaction with its history and events, made in the name of the plugin.
 */
@Export
@Version("0.3.0")
@NullMarked
package io.switchboard.api.desk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
