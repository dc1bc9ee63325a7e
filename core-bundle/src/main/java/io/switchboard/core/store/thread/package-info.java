/** The messages of tickets and the files on them, as they are kept. */
@NullMarked
package io.switchboard.core.store.thread;

import org.jspecify.annotations.NullMarked;
