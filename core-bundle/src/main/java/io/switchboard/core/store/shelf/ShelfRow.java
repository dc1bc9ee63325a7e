package io.switchboard.core.store.shelf;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code shelf_item}.
 *
 * @param kind what it is, for example {@code template}
 * @param reach who has it: {@code own}, {@code team} or {@code everybody}
 * @param owner the person or the team that has it, or {@link ShelfStore#EVERYBODY}
 * @param place where among the others it stands, the smallest first
 * @param nameKey the normalised name, by which equals in place are ordered
 * @param content what it holds, as JSON
 */
public record ShelfRow(
        UUID id,
        String kind,
        String reach,
        UUID owner,
        int place,
        String name,
        String nameKey,
        String content,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
