/** The life of tickets on a running server, seen from outside over HTTP. */
@NullMarked
package io.switchboard.it.ticket;

import org.jspecify.annotations.NullMarked;
