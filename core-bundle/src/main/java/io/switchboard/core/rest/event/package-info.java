/** The event stream: what happens at the desk, told to open pages as it happens, each caller only what they may see. */
@NullMarked
package io.switchboard.core.rest.event;

import org.jspecify.annotations.NullMarked;
