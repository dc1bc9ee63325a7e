/** Calls to other systems on behalf of plugins: only to addresses that plugins may reach. */
@NullMarked
package io.switchboard.core.outgoing;

import org.jspecify.annotations.NullMarked;
