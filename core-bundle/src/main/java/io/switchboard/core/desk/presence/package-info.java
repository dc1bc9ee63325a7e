/** Who has a ticket open at the moment, and who writes there (CO5). It is no part of the history. */
@NullMarked
package io.switchboard.core.desk.presence;

import org.jspecify.annotations.NullMarked;
