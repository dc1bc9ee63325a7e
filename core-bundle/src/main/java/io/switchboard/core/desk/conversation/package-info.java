/** What is said in a ticket: posting and reading messages, and the files on them. */
@NullMarked
package io.switchboard.core.desk.conversation;

import org.jspecify.annotations.NullMarked;
