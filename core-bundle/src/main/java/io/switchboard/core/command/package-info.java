/**
 * Commands of {@code bin/switchboard}: what the server does once and ends, instead of serving. Whoever has one offers it
 * as a {@link io.switchboard.core.command.Command}.
 */
@NullMarked
package io.switchboard.core.command;

import org.jspecify.annotations.NullMarked;
