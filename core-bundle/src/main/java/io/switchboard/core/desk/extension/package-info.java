/** The desk as plugins use it: their calls in, through the same use cases as everybody's. */
@NullMarked
package io.switchboard.core.desk.extension;

import org.jspecify.annotations.NullMarked;
