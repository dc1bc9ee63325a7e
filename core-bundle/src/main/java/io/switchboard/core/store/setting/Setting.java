package io.switchboard.core.store.setting;

import java.time.Instant;

/**
 * A setting.
 *
 * @param name lower-case words joined by points, for example {@code ticket.number}
 * @param content its value as JSON
 * @param version 1 when it was first put, and one more with each change
 * @param updatedAt when it was last put
 */
public record Setting(String name, String content, long version, Instant updatedAt) {}
