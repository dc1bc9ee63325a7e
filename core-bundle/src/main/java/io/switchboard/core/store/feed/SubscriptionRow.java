package io.switchboard.core.store.feed;

import java.time.Instant;
import java.util.Locale;

/**
 * A subscription as stored. It stays when its plugin leaves.
 *
 * @param number identifies it
 * @param plugin the plugin's id
 * @param name its name within the plugin
 * @param node the node it belongs to, or empty if it belongs to the whole desk
 * @param events the ids of the wanted event types, separated by commas; empty for all
 * @param confidential whether events of confidential tickets may be told
 * @param fromStart whether what happened before it was registered is wanted too
 * @param state whether rows may be delivered
 * @param registeredAt when it was first registered, by the machine's clock
 * @param seenAt when its plugin was last there, by the machine's clock, give or take an hour
 */
public record SubscriptionRow(
        int number,
        String plugin,
        String name,
        String node,
        String events,
        boolean confidential,
        boolean fromStart,
        State state,
        Instant registeredAt,
        Instant seenAt) {
    /** Returns what people and the API call it: plugin, name and, for one of a node, the node. */
    public String id() {
        String base = plugin + "." + name;
        return node.isEmpty() ? base : base + "@" + node;
    }

    /** Whether rows are written and delivered. */
    public enum State {
        /** New: rows are written; they are delivered once those from before are there too. */
        JOINING,
        /** Rows are written and delivered. */
        ACTIVE,
        /** Its plugin was away for too long: no more rows are written until it comes back. */
        LAPSED;

        /** Returns the name in the API and in the store. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
