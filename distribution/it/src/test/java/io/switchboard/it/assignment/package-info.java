/** Who is given which ticket, and why. */
@NullMarked
package io.switchboard.it.assignment;

import org.jspecify.annotations.NullMarked;
