package io.switchboard.core.plugins;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a plugin is started, and so what threads are in that it makes then, unless it says otherwise. */
final class PluginThreadGroup extends ThreadGroup {
    private static final Logger LOG = LoggerFactory.getLogger(PluginThreadGroup.class);

    private final String plugin;

    PluginThreadGroup(String plugin) {
        super("plugin " + plugin);
        this.plugin = plugin;
    }

    /** Returns the plugin in whose group a thread is. */
    static Optional<String> of(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        while (group != null) {
            if (group instanceof PluginThreadGroup own) {
                return Optional.of(own.plugin);
            }
            group = group.getParent();
        }
        return Optional.empty();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("A thread of the plugin {}, '{}', ended by what it threw", plugin, thread.getName(), thrown);
    }
}
