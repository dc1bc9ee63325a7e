package io.switchboard.core.plugins;

import io.switchboard.core.plugins.text.PluginTexts;
import io.switchboard.core.plugins.text.TextFiles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What the plugins in the framework say of themselves in other languages. Each archive is read once. */
@Component(service = InstalledTexts.class)
public final class InstalledTexts {
    private final BundleContext framework;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** Makes it. */
    @Activate
    public InstalledTexts(BundleContext context) {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    }

    /** What was read of an archive; the location of its bundle is another for every archive. */
    private record Read(String location, PluginTexts texts) {}

    /** Returns what a plugin says; nothing if the framework does not have it. */
    PluginTexts of(String plugin) {
        try {
            return PluginBundle.find(framework, plugin).map(this::of).orElse(PluginTexts.NONE);
        } catch (IllegalStateException uninstalledMeanwhile) {
            return PluginTexts.NONE;
        }
    }

    private PluginTexts of(Bundle bundle) {
        String location = bundle.getLocation();
        return read.compute(
                        bundle.getSymbolicName(),
                        (plugin, known) -> known != null && known.location().equals(location)
                                ? known
                                : new Read(location, TextFiles.of(bundle)))
                .texts();
    }
}
