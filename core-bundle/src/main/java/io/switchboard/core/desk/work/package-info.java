/** What is worked inside a ticket: tasks and working time. */
@NullMarked
package io.switchboard.core.desk.work;

import org.jspecify.annotations.NullMarked;
