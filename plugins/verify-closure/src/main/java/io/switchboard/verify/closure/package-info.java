/** When customers are asked whether a solution works, when they are reminded, and when silence closes their ticket. */
@NullMarked
package io.switchboard.verify.closure;

import org.jspecify.annotations.NullMarked;
