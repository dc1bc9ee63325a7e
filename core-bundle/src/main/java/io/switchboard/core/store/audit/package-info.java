/** The audit log in its table. */
@NullMarked
package io.switchboard.core.store.audit;

import org.jspecify.annotations.NullMarked;
