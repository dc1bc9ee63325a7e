/** Assignment by skill: the better an agent knows what the ticket needs, the higher the score. */
@NullMarked
package io.switchboard.assign.skill;

import org.jspecify.annotations.NullMarked;
