package io.switchboard.core.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription and how it gets along.
 *
 * @param id its id: plugin, name and, for one of a node, the node
 * @param plugin the plugin's id
 * @param name its name within the plugin
 * @param node the node it belongs to, or null if it belongs to the whole desk
 * @param state {@code joining}, {@code active} or {@code lapsed}
 * @param served whether its reaction is there on the node that was asked
 * @param holder the node that delivers, or null if none does
 * @param events the ids of the wanted event types; empty for all
 * @param confidential whether it is told of confidential tickets
 * @param backlog how many events wait, counted up to 1,000
 * @param oldest since when the oldest of them has waited, or null if none is ready
 * @param parked how many events are parked, counted up to 1,000
 */
public record ReactionSummary(
        String id,
        String plugin,
        String name,
        @Nullable String node,
        String state,
        boolean served,
        @Nullable String holder,
        List<String> events,
        boolean confidential,
        int backlog,
        @Nullable Instant oldest,
        int parked) {}
