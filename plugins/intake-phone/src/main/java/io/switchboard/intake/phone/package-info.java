/** The channel {@code phone}. */
@NullMarked
package io.switchboard.intake.phone;

import org.jspecify.annotations.NullMarked;
