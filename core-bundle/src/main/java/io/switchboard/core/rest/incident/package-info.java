/** What is said and done to all reports of an incident at once. */
@NullMarked
package io.switchboard.core.rest.incident;

import org.jspecify.annotations.NullMarked;
