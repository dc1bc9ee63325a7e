/**
 * Time at the desk: {@link io.switchboard.core.timing.DeskClock}, by which everything a person sees is dated and due, and
 * {@link io.switchboard.core.timing.Timers}, which has something done at a time, once, whichever node is up.
 */
@NullMarked
package io.switchboard.core.timing;

import org.jspecify.annotations.NullMarked;
