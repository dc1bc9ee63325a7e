/** What was kept long enough. */
@NullMarked
package io.switchboard.core.store.retention;

import org.jspecify.annotations.NullMarked;
