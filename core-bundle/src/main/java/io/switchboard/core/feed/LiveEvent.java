package io.switchboard.core.feed;

import io.switchboard.api.reaction.TicketEvent;

/**
 * An event as an open stream gets it. Whether the reader may know of it is for the stream to judge.
 *
 * @param event what happened; the same event may come more than once
 * @param token from which a broken stream goes on, opaque to clients
 */
public record LiveEvent(TicketEvent event, String token) {}
