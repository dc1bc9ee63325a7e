/** Tickets over HTTP: opening, reading, listing and changing them, their thread, their history and their lifecycle. */
@NullMarked
package io.switchboard.core.rest.ticket;

import org.jspecify.annotations.NullMarked;
