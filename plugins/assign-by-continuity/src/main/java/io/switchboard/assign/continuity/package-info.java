/** Assignment by continuity: the agent who had the customer's last ticket scores highest. */
@NullMarked
package io.switchboard.assign.continuity;

import org.jspecify.annotations.NullMarked;
