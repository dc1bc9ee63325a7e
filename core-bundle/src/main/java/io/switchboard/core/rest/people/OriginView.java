package io.switchboard.core.rest.people;

import io.switchboard.core.people.directory.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing that is known of a customer comes from.
 *
 * @param directory the id of the plugin whose directory told it, or null if a person set it by hand
 * @param since since when it has been so
 */
public record OriginView(@Nullable String directory, Instant since) {
    static Map<String, OriginView> of(Map<String, Origin> origins) {
        Map<String, OriginView> views = new TreeMap<>();
        origins.forEach((field, origin) -> views.put(field, new OriginView(origin.directory(), origin.since())));
        return views;
    }
}
