package io.switchboard.core.people.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing that is known of a customer comes from.
 *
 * @param directory the id of the plugin whose directory told it, or null if a person set it by hand
 * @param since since when it has been so
 */
public record Origin(@Nullable String directory, Instant since) {}
