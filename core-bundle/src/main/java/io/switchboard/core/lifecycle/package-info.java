/**
 * The lifecycle as data: profiles are read from a file each, and {@link io.switchboard.core.lifecycle.Lifecycle} is the
 * one engine that reads them. Nothing else in the desk knows which status may follow which.
 */
@NullMarked
package io.switchboard.core.lifecycle;

import org.jspecify.annotations.NullMarked;
