package io.switchboard.core.store.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code idempotency}. */
public interface IdempotencyMapper {
    Optional<IdempotencyRow> find(@Param("caller") String caller, @Param("path") String path, @Param("key") String key);

    void insert(IdempotencyRow row);

    void answer(IdempotencyRow row);

    int deleteBefore(Instant time);
}
