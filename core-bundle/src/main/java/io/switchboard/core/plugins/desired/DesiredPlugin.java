package io.switchboard.core.plugins.desired;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.VersionRange;

/**
 * A plugin that is to be installed.
 *
 * @param versions which versions of it will do
 * @param enabled whether it is to run
 * @param signer the fingerprint that its archive must be signed with, to which the plugin is bound with it; or null
 * @param settings all that is to be set, {@link SettingReference} for what does not stand in the file; null if settings
 *     are to stay as they are
 */
public record DesiredPlugin(
        String id,
        VersionRange versions,
        DesiredSource source,
        boolean enabled,
        @Nullable String signer,
        @Nullable Map<String, Object> settings) {
    /** Keeps a copy. */
    public DesiredPlugin {
        settings = settings == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
