/** What is to be done at a time. */
@NullMarked
package io.switchboard.core.store.timer;

import org.jspecify.annotations.NullMarked;
