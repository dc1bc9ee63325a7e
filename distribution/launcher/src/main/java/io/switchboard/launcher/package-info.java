/** Starts the server: reads the command line, starts the OSGi framework and its bundles, stops them in order. */
@NullMarked
package io.switchboard.launcher;

import org.jspecify.annotations.NullMarked;
