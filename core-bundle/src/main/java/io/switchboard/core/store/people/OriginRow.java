package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing that is known of a customer comes from.
 *
 * @param person who
 * @param field what, for example {@code vip} or {@code attributes.segment}
 * @param source the id of the plugin whose directory told it, or null if a person set it
 * @param toldAt since when it has been so
 */
public record OriginRow(
        PersonId person, String field, @Nullable String source, Instant toldAt) {}
