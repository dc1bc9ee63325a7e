package io.switchboard.core.store;

import java.time.Duration;

/**
 * How a database is doing on this node.
 *
 * @param active connections of the pool that work
 * @param idle connections of the pool that wait for work
 * @param waiting threads that wait for a connection
 * @param syncs how often the log was synced since the database was opened; 0 where a server does that itself
 * @param syncing how long these syncs took together
 */
public record DatabaseFigures(int active, int idle, int waiting, long syncs, Duration syncing) {}
