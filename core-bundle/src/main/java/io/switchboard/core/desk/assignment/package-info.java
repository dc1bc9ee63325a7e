/** Who has a ticket: giving it to an agent or a team. */
@NullMarked
package io.switchboard.core.desk.assignment;

import org.jspecify.annotations.NullMarked;
