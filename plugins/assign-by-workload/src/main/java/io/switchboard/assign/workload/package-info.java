/** Assignment by workload: the fewer open tickets an agent has, the higher the score. */
@NullMarked
package io.switchboard.assign.workload;

import org.jspecify.annotations.NullMarked;
