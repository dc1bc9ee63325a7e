package io.switchboard.core.store.shelf;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps templates, macros and views. Each method works in the thread's transaction. */
public interface ShelfStore {
    /** The owner of what everybody has. */
    UUID EVERYBODY = new UUID(0, 0);

    /** Adds an item. */
    void insert(ShelfRow row);

    /** Changes an item that still has the expected version; false if it has not. */
    boolean update(ShelfRow row, long expectedVersion);

    /** Removes an item that still has the expected version; false if it has not. */
    boolean delete(UUID id, long expectedVersion);

    /** Returns an item of a kind, or nothing. */
    Optional<ShelfRow> find(String kind, UUID id);

    /**
     * Returns items of a kind by place, then by name.
     *
     * @param owners whose items, at least one
     * @param everyTeam whether those of all teams belong to them
     * @param after where the page before ended, or null
     */
    List<ShelfRow> list(
            String kind, Collection<UUID> owners, boolean everyTeam, @Nullable ShelfPosition after, int limit);

    /** Counts the items of a kind that an owner has, up to {@code limit}. */
    int count(String kind, UUID owner, int limit);
}
