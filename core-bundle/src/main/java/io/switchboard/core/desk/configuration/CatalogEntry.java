package io.switchboard.core.desk.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Something that tickets can be filed under.
 *
 * @param id what tickets carry: a path such as {@code technical-issues/network}, never changed
 * @param name what people read
 * @param description when to choose it, or null
 * @param active whether it can be chosen; tickets that have it keep it
 */
public record CatalogEntry(String id, String name, @Nullable String description, boolean active) {}
