package io.switchboard.core.store.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much a subscription has still to be told.
 *
 * @param rows how many rows are neither delivered nor parked, counted up to {@link #COUNTED}
 * @param parked how many rows are parked, counted up to {@link #COUNTED}
 * @param oldest since when the oldest row that is ready has waited, or null if none is ready
 */
public record Backlog(int rows, int parked, @Nullable Instant oldest) {
    /** Where counting ends: this number means 'as many or more'. */
    public static final int COUNTED = 1_000;
}
