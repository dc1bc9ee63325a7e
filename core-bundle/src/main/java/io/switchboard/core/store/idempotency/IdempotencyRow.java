package io.switchboard.core.store.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was carried out.
 *
 * @param caller who sent it
 * @param path where to
 * @param requestHash the hash of its content
 * @param status the status that was answered; null if the answer is not known, because it is still being given or the
 *     server died before
 * @param location where what was made is found, or null if nothing was made
 * @param etag the entity tag that was answered, or null
 * @param answer the body that was answered, or as long as it is not known the little that is certain; or null
 * @param createdAt when it was carried out, by the desk's clock
 */
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
