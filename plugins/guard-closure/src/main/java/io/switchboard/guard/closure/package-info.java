/** A guard of the closure: what a queue asks for before a matter is at an end (CS1). */
@NullMarked
package io.switchboard.guard.closure;

import org.jspecify.annotations.NullMarked;
