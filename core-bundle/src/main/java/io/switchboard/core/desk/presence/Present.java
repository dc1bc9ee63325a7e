package io.switchboard.core.desk.presence;

import io.switchboard.api.ticket.PersonReference;
import java.time.Instant;

/**
 * Somebody at a ticket.
 *
 * @param until when they count as gone if nothing more is heard of them
 */
public record Present(PersonReference person, Activity activity, Instant until) {}
