/**
 * The customer portal: asking for help and following a ticket on plain pages that need no script, and the same as JSON.
 * Whoever has a ticket's private link sees that ticket with its requester's eyes, and nothing else.
 */
@NullMarked
package io.switchboard.intake.portal;

import org.jspecify.annotations.NullMarked;
