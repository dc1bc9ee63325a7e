package io.switchboard.core.store.lease;

import java.time.Instant;

/**
 * The right to do something alone, until it expires.
 *
 * @param name what may be done
 * @param owner the node that holds it
 * @param expiresAt until when, by the database's clock
 * @param token grows each time the lease changes hands or lapses; whatever is protected refuses a token that is smaller
 *     than one it has seen
 */
public record Lease(String name, String owner, Instant expiresAt, long token) {}
