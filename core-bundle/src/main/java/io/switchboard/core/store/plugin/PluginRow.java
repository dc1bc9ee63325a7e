package io.switchboard.core.store.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code plugin}.
 *
 * @param id the symbolic name
 * @param version the bundle's version
 * @param sockets the sockets it says it fits, as a JSON list
 * @param sha256 of its bytes, which {@code plugin_archive} has
 * @param size of its bytes
 * @param origin {@code offered}, {@code folder} or {@code upload}
 * @param enabled whether it is to run
 * @param failure why it did not run, although it was enabled, on the node where it failed last; or null
 * @param installedBy the person who installed it, or null
 */
public record PluginRow(
        String id,
        String version,
        String name,
        @Nullable String vendor,
        @Nullable String license,
        @Nullable String description,
        String sockets,
        String sha256,
        long size,
        String origin,
        boolean enabled,
        @Nullable String failure,
        @Nullable String installedBy,
        Instant installedAt) {

    /** Returns the same plugin, to run or to lie still. */
    public PluginRow with(boolean enabledNow, @Nullable String failureNow) {
        return new PluginRow(
                id,
                version,
                name,
                vendor,
                license,
                description,
                sockets,
                sha256,
                size,
                origin,
                enabledNow,
                failureNow,
                installedBy,
                installedAt);
    }

    /** Returns the same plugin as put there by somebody, at a time. */
    public PluginRow by(@Nullable String person, Instant now) {
        return new PluginRow(
                id,
                version,
                name,
                vendor,
                license,
                description,
                sockets,
                sha256,
                size,
                origin,
                enabled,
                failure,
                person,
                now);
    }
}
