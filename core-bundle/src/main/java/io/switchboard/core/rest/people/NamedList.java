package io.switchboard.core.rest.people;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.people.NamePosition;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every list in the order of names takes: the beginning of a name, a cursor and a size. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class NamedList {
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;
    private static final int LONGEST_PREFIX = 200;

    @QueryParam("q")
    private @Nullable String prefix;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    private @Nullable String limit;

    /** Reads one page; the reader is asked for one more than fits, to know whether another follows. */
    interface Reader<T> {
        List<T> read(@Nullable String prefix, @Nullable NamePosition after, int limit);
    }

    <T, V> Page<V> page(
            String list, Reader<T> reader, Function<T, String> name, Function<T, UUID> id, Function<T, V> view) {
        int size = Parameters.limit(limit, STANDARD, MAXIMUM);
        new Limits().text("q", prefix, LONGEST_PREFIX).check();
        String wanted = prefix == null || prefix.isBlank() ? null : prefix;
        List<T> found = reader.read(wanted, after(list), size + 1);
        return Page.of(
                found,
                size,
                view,
                last -> Cursor.of(
                        list,
                        List.of(NameKey.of(name.apply(last)), id.apply(last).toString())));
    }

    private @Nullable NamePosition after(String list) {
        List<String> parts = Cursor.read(cursor, list, 2);
        if (parts == null) {
            return null;
        }
        try {
            return new NamePosition(parts.get(0), UUID.fromString(parts.get(1)));
        } catch (IllegalArgumentException noId) {
            throw Cursor.invalid();
        }
    }
}
