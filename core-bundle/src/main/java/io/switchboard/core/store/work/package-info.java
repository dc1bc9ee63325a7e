/** What is worked inside tickets, as it is kept: tasks and working time. */
@NullMarked
package io.switchboard.core.store.work;

import org.jspecify.annotations.NullMarked;
