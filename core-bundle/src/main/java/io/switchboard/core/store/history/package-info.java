/** What happened to tickets as it is kept: append-only rows with a hash chain, and their texts beside them. */
@NullMarked
package io.switchboard.core.store.history;

import org.jspecify.annotations.NullMarked;
