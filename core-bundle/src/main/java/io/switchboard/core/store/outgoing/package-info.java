/** What is to leave the desk, in its table. */
@NullMarked
package io.switchboard.core.store.outgoing;

import org.jspecify.annotations.NullMarked;
