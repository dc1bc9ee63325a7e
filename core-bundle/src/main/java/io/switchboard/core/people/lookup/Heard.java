package io.switchboard.core.people.lookup;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a directory said of a customer.
 *
 * @param plugin the id of its plugin
 * @param entry what it knows, or null if it does not know them or did not answer
 * @param failure why it did not answer, or null if it did
 */
public record Heard(
        String plugin,
        @Nullable DirectoryEntry entry,
        @Nullable String failure) {}
