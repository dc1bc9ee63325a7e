/** Ties between tickets as they are kept. */
@NullMarked
package io.switchboard.core.store.link;

import org.jspecify.annotations.NullMarked;
