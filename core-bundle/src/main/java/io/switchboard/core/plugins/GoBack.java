package io.switchboard.core.plugins;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.grants.PluginGrants;
import io.switchboard.core.store.plugin.PluginRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goes back: a plugin to its version before, or all plugins to those of a snapshot. */
@Component(service = GoBack.class)
public final class GoBack {
    private final EarlierPlugins earlier;
    private final PluginGrants grants;
    private final PluginsFile file;

    /** Makes the use case. */
    @Activate
    public GoBack(@Reference EarlierPlugins earlier, @Reference PluginGrants grants, @Reference PluginsFile file) {
        this.file = file;
        this.earlier = earlier;
        this.grants = grants;
    }

    /**
     * Has the version of a plugin that was there before take the place of the present one.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found}, or with {@code plugin-refused} if there
     *     is no earlier version or it does not come up; then everything is as before
     */
    public PluginRow plugin(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        return earlier.rollBack(id, caller);
    }

    /**
     * Has exactly the plugins of a snapshot there. Those that it does not have are removed, and their rights forgotten.
     *
     * @return in what the set is another than before
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found}, or with {@code plugin-refused} if not
     *     all of them come up; then everything is as before
     */
    public SetDifference snapshot(Caller caller, long number) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        SetDifference difference = earlier.restore(number, caller);
        difference.removed().forEach(row -> grants.forget(row.id()));
        return difference;
    }
}
