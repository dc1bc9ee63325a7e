/**
 * The desk's use cases. {@link io.switchboard.core.desk.TicketChanges} is the only writer of tickets: it locks the
 * ticket, lets a use case edit a draft, works out what changed, and writes state, history and feed in one transaction. The
 * sub-packages hold one class for each thing that can be asked of the desk.
 */
@NullMarked
package io.switchboard.core.desk;

import org.jspecify.annotations.NullMarked;
