package io.switchboard.core.plugins;

import io.switchboard.core.access.Caller;
import java.io.IOException;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the plugins run when the server starts, says so by the condition {@code switchboard.plugins}, and from then on looks
 * at the plugin folder and follows what other nodes change. In safe mode none runs, and the folder is left alone.
 */
@Component(service = PluginStart.class, immediate = true)
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.server)")
public final class PluginStart {
    /** The id of the condition that holds once the plugins run. */
    public static final String CONDITION = "switchboard.plugins";

    /** The id of the condition that holds in its place when the server runs without any plugin. */
    public static final String SAFE_MODE = "switchboard.safe-mode";

    /** The filter of the condition that there is nothing more to wait for. */
    public static final String SETTLED =
            "(|(osgi.condition.id=" + CONDITION + ")(osgi.condition.id=" + SAFE_MODE + "))";

    private static final Logger LOG = LoggerFactory.getLogger(PluginStart.class);
    private static final Caller START = Caller.system("plugin-start");
    private static final int START_LEVEL = 30;
    private static final long PAUSE = 500;
    private static final long SHORT_PAUSE = 20;

    private final BundleContext context;
    private final OfferedPlugins offered;
    private final InstalledPlugins installed;
    private final PluginFolder folder;
    private final PluginsFile file;
    private final DesiredState desired;
    private final LeftOut leftOut;
    private final PluginQuarantine quarantine;
    private final Thread thread;
    private final Set<String> failing = new HashSet<>();
    private @Nullable ServiceRegistration<Condition> running;

    /** Begins. */
    @Activate
    public PluginStart(
            BundleContext context,
            @Reference OfferedPlugins offered,
            @Reference InstalledPlugins installed,
            @Reference PluginFolder folder,
            @Reference PluginsFile file,
            @Reference DesiredState desired,
            @Reference LeftOut leftOut,
            @Reference PluginQuarantine quarantine) {
        this.context = context;
        this.offered = offered;
        this.installed = installed;
        this.folder = folder;
        this.file = file;
        this.desired = desired;
        this.leftOut = leftOut;
        this.quarantine = quarantine;
        this.thread = new Thread(this::run, "plugins");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(PAUSE * 4);
        ServiceRegistration<Condition> said = running;
        if (said != null) {
            said.unregister();
        }
    }

    private void run() {
        try {
            FrameworkStartLevel level =
                    context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
            while (level.getStartLevel() < START_LEVEL) {
                Thread.sleep(SHORT_PAUSE);
            }
            start();
            while (true) {
                if (!leftOut.isSafeMode()) {
                    look("The file plugins.json could not be looked at", desired::look);
                    look("The plugin folder could not be looked at", this::lookAtFolder);
                }
                look("What other nodes changed of the plugins could not be taken over", installed::follow);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("The plugin folder is not looked at any more", stopping);
        }
    }

    private void start() {
        try {
            quarantine.begin();
            installed.note(SnapshotCause.FOUND, START);
            if (leftOut.isSafeMode()) {
                LOG.warn("The server runs in safe mode, without any plugin; tickets that come in wait for triage");
            } else if (!file.rules()) {
                offered.seed();
                installed.note(SnapshotCause.OFFERED, START);
            }
            installed.reconcile();
            if (!leftOut.isSafeMode()) {
                look("The file plugins.json could not be looked at", desired::begin);
            }
        } catch (RuntimeException failure) {
            LOG.error("Plugins could not be started; the server goes on without those that do not run", failure);
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, leftOut.isSafeMode() ? SAFE_MODE : CONDITION);
        running = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    private void lookAtFolder() throws IOException {
        if (file.rules()) {
            folder.rest("the file plugins.json in the data folder says which plugins are installed");
        } else {
            folder.look();
        }
    }

    private interface Look {
        void at() throws IOException;
    }

    /** Looks; what goes wrong is logged once until it goes well again. */
    private void look(String failed, Look look) {
        try {
            look.at();
            failing.remove(failed);
        } catch (IOException | RuntimeException failure) {
            if (failing.add(failed)) {
                LOG.error("{}; it is tried again", failed, failure);
            }
        }
    }
}
