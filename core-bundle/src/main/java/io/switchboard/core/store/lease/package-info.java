/** Leases: what only one node may do at a time, it does while it holds the lease for it. */
@NullMarked
package io.switchboard.core.store.lease;

import org.jspecify.annotations.NullMarked;
