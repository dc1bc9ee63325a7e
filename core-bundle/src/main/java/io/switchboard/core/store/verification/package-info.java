/** What requesters were asked about solutions, in its table. */
@NullMarked
package io.switchboard.core.store.verification;

import org.jspecify.annotations.NullMarked;
