/**
 * Tickets as they are kept: one flat row a ticket, with what lists need in it, and lists that read an index and nothing
 * else, whatever the size of the desk.
 */
@NullMarked
package io.switchboard.core.store.ticket;

import org.jspecify.annotations.NullMarked;
