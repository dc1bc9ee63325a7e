/** How tickets hang together: links, chains, merging, splitting, and who takes part in a ticket. */
@NullMarked
package io.switchboard.core.desk.relation;

import org.jspecify.annotations.NullMarked;
