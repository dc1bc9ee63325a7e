/** The audit log: who changed the desk itself, its people and its settings, outside of tickets. */
@NullMarked
package io.switchboard.core.audit;

import org.jspecify.annotations.NullMarked;
