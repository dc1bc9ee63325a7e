/** What customers and agents are told of their tickets. */
@NullMarked
package io.switchboard.notify;

import org.jspecify.annotations.NullMarked;
