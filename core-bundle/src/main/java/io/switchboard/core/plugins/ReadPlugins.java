package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.DesiredState.Outcome;
import io.switchboard.core.plugins.text.PluginTexts;
import io.switchboard.core.sockets.PluginWellbeing;
import io.switchboard.core.sockets.PluginWellbeing.PluginState;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.sockets.Quarantine.Held;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what is installed and whether it runs. */
@Component(service = ReadPlugins.class)
public final class ReadPlugins {
    private final Transactions transactions;
    private final PluginStore plugins;
    private final PluginRuntime runtime;
    private final PluginFolder folder;
    private final PluginWellbeing wellbeing;
    private final LeftOut leftOut;
    private final Quarantine quarantine;
    private final PluginsFile file;
    private final DesiredState desired;
    private final InstalledTexts texts;

    /** Makes the use case. */
    @Activate
    public ReadPlugins(
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference PluginRuntime runtime,
            @Reference PluginFolder folder,
            @Reference PluginWellbeing wellbeing,
            @Reference LeftOut leftOut,
            @Reference Quarantine quarantine,
            @Reference PluginsFile file,
            @Reference DesiredState desired,
            @Reference InstalledTexts texts) {
        this.texts = texts;
        this.transactions = transactions;
        this.plugins = plugins;
        this.runtime = runtime;
        this.folder = folder;
        this.wellbeing = wellbeing;
        this.leftOut = leftOut;
        this.quarantine = quarantine;
        this.file = file;
        this.desired = desired;
    }

    /**
     * A plugin.
     *
     * @param row what is kept of it
     * @param runs the version that runs on this node, which is the installed one unless this node could not take it; null
     *     if none does
     * @param held that it is in quarantine, or null
     * @param texts what it says in other languages
     */
    public record Installed(
            PluginRow row, @Nullable String runs, @Nullable Held held, PluginTexts texts) {}

    /**
     * A file that says what is installed.
     *
     * @param outcome what became of it, or null if it is being carried out for the first time
     */
    public record Desired(String file, @Nullable Outcome outcome) {}

    /** Returns all plugins in the order of their ids. */
    public List<Installed> all(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        Map<String, String> running = runtime.running();
        return transactions.read(plugins::all).stream()
                .map(row -> installed(row, running.get(row.id())))
                .toList();
    }

    private Installed installed(PluginRow row, @Nullable String runs) {
        Held held = quarantine.of(row.id()).orElse(null);
        boolean heldBack = leftOut.isSafeMode() && row.enabled();
        PluginRow shown = heldBack ? row.with(true, "The server runs in safe mode, without plugins") : row;
        return new Installed(shown, runs, held, texts.of(row.id()));
    }

    /** Returns a plugin that was just installed, to whoever was allowed to do that. */
    public Installed installed(PluginRow row) {
        return new Installed(row, row.version(), null, texts.of(row.id()));
    }

    /** Returns why files of the plugin folder were refused, by their names. */
    public Map<String, String> refused(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return folder.refused();
    }

    /** Returns what became of the file that says what is installed, or nothing if none does. */
    public Optional<Desired> desired(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return file.rules()
                ? Optional.of(new Desired(
                        String.valueOf(file.path()), desired.outcome().orElse(null)))
                : Optional.empty();
    }

    /** Returns one plugin. */
    public Installed one(Caller caller, String id) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        PluginRow row =
                transactions.read(() -> plugins.find(id)).orElseThrow(() -> SwitchboardException.notFound("plugin"));
        return installed(row, runtime.running().get(id));
    }

    /** Returns how all plugins feel that serve a socket at the moment, by their ids. */
    public Map<String, PluginState> health(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return wellbeing.states().stream().collect(Collectors.toMap(PluginState::plugin, Function.identity()));
    }

    /** Returns how a plugin feels, or nothing if it serves no socket at the moment. */
    public Optional<PluginState> health(Caller caller, String id) {
        one(caller, id);
        return wellbeing.states().stream()
                .filter(state -> state.plugin().equals(id))
                .findFirst();
    }
}
