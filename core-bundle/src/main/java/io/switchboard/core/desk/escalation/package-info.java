/** Handing a ticket up: to a team that knows more, to those who decide, and to specialists for a review (ES1 to ES3, AS6). */
@NullMarked
package io.switchboard.core.desk.escalation;

import org.jspecify.annotations.NullMarked;
