/** A guard of the resolution: what is important is not resolved before it is said what caused it. */
@NullMarked
package io.switchboard.guard.resolution;

import org.jspecify.annotations.NullMarked;
