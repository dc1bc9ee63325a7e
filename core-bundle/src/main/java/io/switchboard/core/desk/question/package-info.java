/** Which questions find out what a ticket is about, by category, and what was answered (WO3). */
@NullMarked
package io.switchboard.core.desk.question;

import org.jspecify.annotations.NullMarked;
