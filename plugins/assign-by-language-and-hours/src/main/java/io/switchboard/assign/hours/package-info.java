/** Assignment by language and hours: agents who speak the customer's language and are at work score higher. */
@NullMarked
package io.switchboard.assign.hours;

import org.jspecify.annotations.NullMarked;
