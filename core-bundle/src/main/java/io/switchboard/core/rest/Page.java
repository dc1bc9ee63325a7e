package io.switchboard.core.rest;

import java.util.List;
import java.util.function.Function;
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

    /**
     * Makes a page of what was read, which is one more than fits where another page follows: so the last page says that it is the last, and
     * nobody asks for an empty one.
     *
     * @param found at most {@code size + 1}
     * @param size how many fit
     * @param view shows one
     * @param cursor where the next page begins after the last that is shown
     */
    public static <T, V> Page<V> of(List<T> found, int size, Function<T, V> view, Function<T, String> cursor) {
        List<T> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? cursor.apply(shown.get(size - 1)) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
