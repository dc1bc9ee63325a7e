package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.shelf.ShelfPosition;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What lists of templates, macros and views take. */
public final class ShelfPage {
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    private @Nullable String limit;

    /** Reads one page; the reader is asked for one more than fits, to know whether another follows. */
    interface Reader<T> {
        List<Item<T>> read(@Nullable ShelfPosition after, int limit);
    }

    <T, V> Page<V> page(String list, Reader<T> reader, Function<Item<T>, V> view) {
        int size = Parameters.limit(limit, STANDARD, MAXIMUM);
        List<Item<T>> found = reader.read(after(list), size + 1);
        return Page.of(
                found,
                size,
                view,
                last -> Cursor.of(
                        list,
                        List.of(
                                Integer.toString(last.label().place()),
                                NameKey.of(last.label().name()),
                                last.id().toString())));
    }

    /** Returns whether this is the first page. */
    boolean first() {
        return cursor == null || cursor.isEmpty();
    }

    private @Nullable ShelfPosition after(String list) {
        List<String> parts = Cursor.read(cursor, list, 3);
        if (parts == null) {
            return null;
        }
        try {
            return new ShelfPosition(Integer.parseInt(parts.get(0)), parts.get(1), UUID.fromString(parts.get(2)));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    /** Reads the id of an item; what is no id names nothing. */
    static UUID id(String thing, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.notFound(thing);
        }
    }
}
