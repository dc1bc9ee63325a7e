/** Resources about plugins at work: extension points, reactions and their parked rows, triage and its reasons, the clock. */
@NullMarked
package io.switchboard.core.rest.engine;

import org.jspecify.annotations.NullMarked;
