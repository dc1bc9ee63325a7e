package io.switchboard.core.rest.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that always fits one page. */
record Items<T>(List<T> items, @Nullable String next) {
    static <T> Items<T> of(List<T> items) {
        return new Items<>(items, null);
    }
}
