/** When tickets that do not move, and urgent ones, go up to those who decide. */
@NullMarked
package io.switchboard.escalate.stalled;

import org.jspecify.annotations.NullMarked;
