package io.switchboard.core.store.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code idempotency}. */
public interface IdempotencyMapper {
    Optional<IdempotencyRow> find(@Param("caller") String caller, @Param("path") String path, @Param("key") String key);

    void insert(IdempotencyRow row);

    void answer(IdempotencyRow row);

    int deleteExpired(
            @Param("caller") String caller,
            @Param("path") String path,
            @Param("key") String key,
            @Param("time") Instant time);

    /** Returns the time of the row before which so many rows are older than a time, if there are more. */
    Optional<Instant> expiredAfter(@Param("time") Instant time, @Param("rows") int rows);

    int deleteBefore(Instant time);
}
