/** What leaves the desk: a durable queue, from which couriers are handed one message after another. */
@NullMarked
package io.switchboard.core.delivery;

import org.jspecify.annotations.NullMarked;
