/** What people are writing to a ticket and have not sent (CO5). */
@NullMarked
package io.switchboard.core.desk.draft;

import org.jspecify.annotations.NullMarked;
