package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * A page of persons in the order of their names. Erased persons are never found.
 *
 * @param agents whether agents are wanted, who have a role other than customer; else customers
 * @param prefix what the name or the address begins with, or null
 * @param organization to which they belong, or null
 * @param after where the page before ended, or null
 * @param limit how many at most
 */
public record PersonSearch(
        boolean agents,
        @Nullable String prefix,
        @Nullable OrganizationId organization,
        @Nullable NamePosition after,
        int limit) {
    /** Returns the first key that begins with the prefix. */
    public @Nullable String from() {
        return prefix == null ? null : NameKey.of(prefix);
    }

    /** Returns what comes after all keys that begin with the prefix. */
    public @Nullable String to() {
        return prefix == null ? null : NameKey.of(prefix) + Character.MAX_VALUE;
    }
}
