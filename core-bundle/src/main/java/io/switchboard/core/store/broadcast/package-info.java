/** What was said or done to all reports of an incident at once, as it is kept. */
@NullMarked
package io.switchboard.core.store.broadcast;

import org.jspecify.annotations.NullMarked;
