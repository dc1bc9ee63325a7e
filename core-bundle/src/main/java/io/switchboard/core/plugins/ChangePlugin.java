package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.grants.PluginGrants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts, stops and removes installed plugins. */
@Component(service = ChangePlugin.class)
public final class ChangePlugin {
    private final Installation installation;
    private final PluginGrants grants;
    private final PluginsFile file;

    /** Makes the use case. */
    @Activate
    public ChangePlugin(
            @Reference Installation installation, @Reference PluginGrants grants, @Reference PluginsFile file) {
        this.file = file;
        this.installation = installation;
        this.grants = grants;
    }

    /** Has a plugin run, now and at every start. */
    public void start(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        installation.enable(id, true, caller);
    }

    /** Stops a plugin, now and for every start; it stays installed. */
    public void stop(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        installation.enable(id, false, caller);
    }

    /** Removes a plugin; its settings and tables are kept for when it comes back, its rights are not. */
    public void remove(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        if (!installation.remove(id, caller)) {
            throw SwitchboardException.notFound("plugin");
        }
        grants.forget(id);
    }
}
