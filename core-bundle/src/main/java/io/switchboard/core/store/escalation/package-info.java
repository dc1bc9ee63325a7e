/** Escalations of tickets as they are kept. */
@NullMarked
package io.switchboard.core.store.escalation;

import org.jspecify.annotations.NullMarked;
