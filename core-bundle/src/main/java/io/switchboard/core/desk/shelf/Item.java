package io.switchboard.core.desk.shelf;

import java.time.Instant;
import java.util.UUID;

/**
 * An item of the shelf.
 *
 * @param label its name and who has it
 * @param content what it holds
 * @param version 1 when it was made, and one more with each change
 */
public record Item<T>(UUID id, Label label, T content, long version, Instant createdAt, Instant updatedAt) {}
