package io.switchboard.core.store.shelf;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code shelf_item}. */
public interface ShelfMapper {
    void insert(ShelfRow row);

    int update(@Param("row") ShelfRow row, @Param("expected") long expected);

    int delete(@Param("id") UUID id, @Param("expected") long expected);

    Optional<ShelfRow> find(@Param("kind") String kind, @Param("id") UUID id);

    List<ShelfRow> list(
            @Param("kind") String kind,
            @Param("owners") Collection<UUID> owners,
            @Param("everyTeam") boolean everyTeam,
            @Param("after") @Nullable ShelfPosition after,
            @Param("limit") int limit);

    int count(@Param("kind") String kind, @Param("owner") UUID owner, @Param("limit") int limit);
}
