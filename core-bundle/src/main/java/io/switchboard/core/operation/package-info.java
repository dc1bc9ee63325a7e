/** Running the server: start and stop, health, metrics. */
@NullMarked
package io.switchboard.core.operation;

import org.jspecify.annotations.NullMarked;
