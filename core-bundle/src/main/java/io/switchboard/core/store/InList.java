package io.switchboard.core.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Values for {@code in (...)}, the last repeated until their number is a power of two. So a statement has a few texts
 * instead of one for each number of values, and the engines compile it a few times only.
 */
public final class InList {
    private InList() {}

    /** Returns the values, each once but for the last; nothing of nothing. */
    public static <T> List<T> of(Collection<T> values) {
        List<T> list = new ArrayList<>(new LinkedHashSet<>(values));
        if (list.isEmpty()) {
            return list;
        }
        T last = list.get(list.size() - 1);
        int wanted = list.size() == 1 ? 1 : Integer.highestOneBit(list.size() - 1) << 1;
        while (list.size() < wanted) {
            list.add(last);
        }
        return list;
    }
}
