/** Requests that were carried out under a key, and what was answered. */
@NullMarked
package io.switchboard.core.store.idempotency;

import org.jspecify.annotations.NullMarked;
