package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts the changes of what is installed and of plugins' settings, in the transaction that makes them. By it a node sees
 * that another has changed something, and two that change something at once come one after the other.
 */
@Component(service = PluginRevision.class)
public final class PluginRevision {
    private static final String SETTING = "plugins.revision";
    private static final String CONTENT = "{}";

    private final SettingStore settings;

    /** Makes it. */
    @Activate
    public PluginRevision(@Reference SettingStore settings) {
        this.settings = settings;
    }

    /** Another node has changed something since; the work is to be done anew on what there is now. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another node has changed the plugins in the meantime", null, false, false);
        }
    }

    /** Returns the number of the last change; at least 1. */
    long read() {
        return settings.find(SETTING)
                .orElseGet(() -> settings.put(SETTING, CONTENT))
                .version();
    }

    /**
     * Counts a change, and has other nodes wait until this transaction has ended.
     *
     * @return the number of the change
     * @throws Overtaken if there was another since {@code seen}
     */
    long advance(long seen) {
        try {
            Setting counted = settings.replace(SETTING, CONTENT, seen);
            return counted.version();
        } catch (SwitchboardException refused) {
            if (refused.code() == ErrorCode.STALE_VERSION) {
                throw new Overtaken();
            }
            throw refused;
        }
    }
}
