package io.switchboard.api.plugin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.osgi.annotation.versioning.ProviderType;

/** What a plugin is told of itself and of the desk. Get it as an OSGi service; each bundle gets its own. */
@ProviderType
public interface PluginContext {
    /** Returns the plugin's id: its symbolic name. */
    String id();

    /** Returns the desk's clock, which a test may move. Use it for all business times. */
    Clock clock();

    /**
     * Returns a folder of this node that belongs to the plugin alone, for what can be made again, such as an index. It is
     * kept while the plugin is installed, and is not part of a backup.
     */
    Path workFolder();

    /** Returns the address under which people reach the desk, without a slash at the end. */
    URI publicAddress();

    /** Returns the path below which the plugin's REST resources are served: {@code /api/v1/x/{id}}. */
    String apiPath();
}
