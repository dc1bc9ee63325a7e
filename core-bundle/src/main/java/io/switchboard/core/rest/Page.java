package io.switchboard.core.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param next the cursor of the next page, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** Keeps a copy. */
    public Page {
        items = List.copyOf(items);
    }
}
