/**
 * The feed: events of tickets on their way to reactions. In the transaction of a change each event fans out into one
 * row per interested subscription; a dispatcher then delivers the rows, at least once and in order per ticket, each
 * subscription with its own backlog, retries and parked rows. {@link io.switchboard.core.feed.FeedWriter} is the way in,
 * {@link io.switchboard.core.feed.EventLog} what the feed needs of the history, and
 * {@link io.switchboard.core.feed.LiveEvents} the way to open event streams.
 */
@NullMarked
package io.switchboard.core.feed;

import org.jspecify.annotations.NullMarked;
