/** Plugins over HTTP: what is installed, installing, starting, stopping, removing, settings and health. */
@NullMarked
package io.switchboard.core.rest.plugin;

import org.jspecify.annotations.NullMarked;
