/**
 * What the desk does with a new ticket right after it was taken in: asks for special handling, for a classification, for
 * an agent and for deadlines, and writes down why. A reaction like others, but the first: nobody else is told of a ticket
 * before triage has spoken.
 */
@NullMarked
package io.switchboard.core.triage;

import org.jspecify.annotations.NullMarked;
