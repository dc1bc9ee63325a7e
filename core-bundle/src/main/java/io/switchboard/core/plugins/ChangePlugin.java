package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.grants.PluginGrants;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Starts, stops and removes installed plugins. */
@Component(service = ChangePlugin.class)
public final class ChangePlugin {
    private final Transactions transactions;
    private final PluginStore plugins;
    private final Installation installation;
    private final PluginGrants grants;

    /** Makes the use case. */
    @Activate
    public ChangePlugin(
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference Installation installation,
            @Reference PluginGrants grants) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.installation = installation;
        this.grants = grants;
    }

    /** Has a plugin run, now and at every start. */
    public void start(Caller caller, String id) {
        installation.enable(find(caller, id), true, caller);
    }

    /** Stops a plugin, now and for every start; it stays installed. */
    public void stop(Caller caller, String id) {
        installation.enable(find(caller, id), false, caller);
    }

    /** Removes a plugin; its settings and tables are kept for when it comes back, its rights are not. */
    public void remove(Caller caller, String id) {
        installation.remove(find(caller, id).id(), caller);
        grants.forget(id);
    }

    private PluginRow find(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        return transactions.read(() -> plugins.find(id)).orElseThrow(() -> SwitchboardException.notFound("plugin"));
    }
}
