/** The channel {@code chat}. */
@NullMarked
package io.switchboard.intake.chat;

import org.jspecify.annotations.NullMarked;
