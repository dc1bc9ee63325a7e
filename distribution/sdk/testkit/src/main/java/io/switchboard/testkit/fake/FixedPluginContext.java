package io.switchboard.testkit.fake;

import io.switchboard.api.plugin.PluginContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a test tells a plugin of itself.
 *
 * @param id the plugin's id
 * @param clock the desk's clock
 * @param workFolder an existing folder, for example of JUnit's {@code @TempDir}
 * @param publicAddress the desk's address
 */
public record FixedPluginContext(String id, Clock clock, Path workFolder, URI publicAddress) implements PluginContext {
    /** Returns a context with a clock that stands still and the address {@code https://desk.example.com}. */
    public static FixedPluginContext of(String id, Path workFolder) {
        return new FixedPluginContext(id, new MovableClock(), workFolder, URI.create("https://desk.example.com"));
    }

    @Override
    public String apiPath() {
        return "/api/v1/x/" + id;
    }
}
