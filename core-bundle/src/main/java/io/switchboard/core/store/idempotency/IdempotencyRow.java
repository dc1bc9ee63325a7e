package io.switchboard.core.store.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that was carried out; without a status its answer is not known, because the server died before giving it. */
public record IdempotencyRow(
        String caller,
        String path,
        String idempotencyKey,
        String requestHash,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String answer,
        Instant createdAt) {}
