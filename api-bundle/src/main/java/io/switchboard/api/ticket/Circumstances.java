package io.switchboard.api.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer told of the trouble, beyond the description.
 *
 * @param errorMessages the messages seen, word for word; null if none were given
 * @param affectedSystems systems or services concerned, in the order given
 * @param userImpact what it means for people and operations; null if not told
 */
public record Circumstances(
        @Nullable String errorMessages,
        List<String> affectedSystems,
        @Nullable String userImpact) {
    /** Nothing told. */
    public static final Circumstances UNKNOWN = new Circumstances(null, List.of(), null);

    /** Keeps a copy. */
    public Circumstances {
        affectedSystems = List.copyOf(affectedSystems);
    }
}
