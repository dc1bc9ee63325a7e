package io.switchboard.core.feed;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reaction says of itself by the properties of {@link Subscription}.
 *
 * @param plugin the plugin's id
 * @param name the subscription's name within the plugin
 * @param events the ids of the wanted event types; empty for all
 * @param ofNode whether each node has a backlog of its own
 * @param batch how many events one call takes at most
 * @param limit how long one call may take
 * @param confidential whether events of confidential tickets are asked for
 * @param fromStart whether what happened before is wanted too
 */
record Declaration(
        String plugin,
        String name,
        List<String> events,
        boolean ofNode,
        int batch,
        Duration limit,
        boolean confidential,
        boolean fromStart) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LARGEST_BATCH = 500;
    private static final int LONGEST_LEASE = 300;
    private static final int DEFAULT_LEASE = 30;

    /**
     * Reads the service properties.
     *
     * @throws IllegalArgumentException if one is missing or out of range; the message names it
     */
    static Declaration of(SocketService<Reaction> service) {
        Map<String, Object> properties = service.properties();
        String name = text(properties, "name", "");
        require(NAME.matcher(name).matches(), "name", "1 to 40 lower-case letters, digits and hyphens");
        String scope = text(properties, "scope", Subscription.DESK);
        require(scope.equals(Subscription.DESK) || scope.equals(Subscription.NODE), "scope", "desk or node");
        int batch = number(properties, "batch", 1);
        require(batch >= 1 && batch <= LARGEST_BATCH, "batch", "from 1 to " + LARGEST_BATCH);
        int lease = number(properties, "lease.seconds", DEFAULT_LEASE);
        require(lease >= 1 && lease <= LONGEST_LEASE, "lease.seconds", "from 1 to " + LONGEST_LEASE);
        return new Declaration(
                service.plugin(),
                name,
                events(properties.get(Subscription.PREFIX_ + "events")),
                scope.equals(Subscription.NODE),
                batch,
                Duration.ofSeconds(lease),
                flag(properties, "confidential"),
                flag(properties, "from.start"));
    }

    private static List<String> events(@Nullable Object value) {
        List<String> ids;
        if (value instanceof String one) {
            ids = List.of(one);
        } else if (value instanceof String[] several) {
            ids = Arrays.asList(several);
        } else if (value instanceof Collection<?> collection) {
            ids = collection.stream().map(Object::toString).toList();
        } else {
            ids = List.of();
        }
        List<String> wanted = ids.stream().filter(id -> !id.isBlank()).sorted().toList();
        try {
            wanted.forEach(id -> EventType.of(id, Subscription.PREFIX_ + "events"));
        } catch (SwitchboardException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
        return wanted;
    }

    private static String text(Map<String, Object> properties, String key, String otherwise) {
        Object value = properties.get(Subscription.PREFIX_ + key);
        return value == null ? otherwise : value.toString();
    }

    private static int number(Map<String, Object> properties, String key, int otherwise) {
        return properties.get(Subscription.PREFIX_ + key) instanceof Number value ? value.intValue() : otherwise;
    }

    private static boolean flag(Map<String, Object> properties, String key) {
        return Boolean.parseBoolean(text(properties, key, "false"));
    }

    private static void require(boolean holds, String key, String range) {
        if (!holds) {
            throw new IllegalArgumentException(Subscription.PREFIX_ + key + " must be " + range);
        }
    }
}
