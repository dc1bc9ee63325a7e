/** What agents keep inside a ticket while they work on it: tasks, working time, drafts, and who is there. */
@NullMarked
package io.switchboard.core.rest.work;

import org.jspecify.annotations.NullMarked;
