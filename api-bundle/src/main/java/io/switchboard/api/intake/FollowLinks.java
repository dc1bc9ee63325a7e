package io.switchboard.api.intake;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Private links by which somebody follows a ticket without signing in: {@code {public address}/follow/{token}}. Get it as
 * an OSGi service; it may be used from any thread. A token has at least 128 random bits, is kept as a hash, and expires;
 * it shows one ticket with the eyes of one participant and lets them answer, nothing else.
 */
@ProviderType
public interface FollowLinks {
    /**
     * Makes a link; a new one at each call, earlier ones stay valid until they expire.
     *
     * @param ticket the ticket
     * @param person its requester, submitter or another participant
     */
    URI issue(TicketId ticket, PersonId person);

    /** Returns whom a token stands for, or nothing: an expired, unknown or empty token all look the same. */
    Optional<Follower> resolve(String token);

    /**
     * Somebody who follows a ticket.
     *
     * @param ticket the ticket
     * @param person who
     */
    record Follower(TicketId ticket, PersonId person) {}
}
