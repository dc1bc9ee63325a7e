package io.switchboard.api.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time by which something must have happened.
 *
 * @param kind what: {@code first_response}, {@code next_response}, {@code resolution}, or a kind of the plugin that set it
 * @param dueAt by when; null while its clock stands still
 * @param metAt when it was met, or null
 * @param plugin the id of the plugin that set it
 * @param explanation why it is due then, one step a line, for a person
 */
public record Deadline(
        String kind, @Nullable Instant dueAt, @Nullable Instant metAt, String plugin, String explanation) {}
