package io.switchboard.web.ui;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Says whether everything that the page names is in the bundle. */
@SwitchboardPlugin(socket = "PluginHealth")
@Component
public final class PageHealth implements PluginHealth {
    private final State state;

    /** Looks once: a bundle does not change while it runs. */
    @Activate
    public PageHealth(BundleContext bundles) {
        this(Bundled.of(bundles.getBundle()));
    }

    PageHealth(Bundled files) {
        List<String> missing = AreaPage.named(files).stream()
                .filter(path -> files.file(path) == null)
                .toList();
        this.state = missing.isEmpty()
                ? State.WELL
                : new State(
                        Grade.RED, "The archive lacks " + missing + ", so its pages cannot be shown; install it anew");
    }

    @Override
    public State check() {
        return state;
    }
}
