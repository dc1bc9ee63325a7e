package io.switchboard.core.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Values for {@code in (...)}, filled up with others that nothing has until their number is a power of two. So a statement
 * has a few texts instead of one for each number of values, and the engines compile it a few times only. Repeating a value
 * would do as well, but HSQLDB takes each repetition for an error that it then ignores, which costs more than to look it up.
 */
public final class InList {
    private InList() {}

    /**
     * Returns ids, each once; nothing of nothing.
     *
     * @param type makes an id
     */
    public static <T> List<T> of(Collection<T> ids, Function<UUID, T> type) {
        return filled(ids, number -> type.apply(new UUID(0, number)));
    }

    /** Returns numbers that are positive, each once; nothing of nothing. */
    public static List<Long> ofNumbers(Collection<Long> numbers) {
        return filled(numbers, number -> -number);
    }

    private static <T> List<T> filled(Collection<T> values, LongFunction<T> nobody) {
        List<T> list = new ArrayList<>(new LinkedHashSet<>(values));
        int wanted = list.size() < 2 ? list.size() : Integer.highestOneBit(list.size() - 1) << 1;
        for (long number = 1; list.size() < wanted; number++) {
            list.add(nobody.apply(number));
        }
        return list;
    }
}
