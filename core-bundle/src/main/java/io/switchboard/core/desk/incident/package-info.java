/** What is said and done to all reports of an incident at once (CH3). */
@NullMarked
package io.switchboard.core.desk.incident;

import org.jspecify.annotations.NullMarked;
