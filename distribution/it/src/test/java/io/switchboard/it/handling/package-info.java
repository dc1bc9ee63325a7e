/** Tickets that are not like others. */
@NullMarked
package io.switchboard.it.handling;

import org.jspecify.annotations.NullMarked;
