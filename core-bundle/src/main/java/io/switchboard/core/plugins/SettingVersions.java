package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.KeptSettings.Kept;
import io.switchboard.core.plugins.KeptSettings.Sealed;
import io.switchboard.core.plugins.PluginSettings.Settings;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.SettingsVersionRow;
import io.switchboard.core.store.plugin.SettingsVersionStore;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what the settings of plugins were, and goes back there. Secrets go back too, and are never shown. */
@Component(service = SettingVersions.class)
public final class SettingVersions {
    private final Transactions transactions;
    private final SettingsVersionStore store;
    private final KeptSettings kept;
    private final PluginSettings settings;

    /** Makes the use case. */
    @Activate
    public SettingVersions(
            @Reference Transactions transactions,
            @Reference SettingsVersionStore store,
            @Reference KeptSettings kept,
            @Reference PluginSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.kept = kept;
        this.settings = settings;
    }

    /**
     * Settings as they were.
     *
     * @param version grows with each change
     * @param actor who set them, as the audit log says it
     * @param values what was set, secrets left out
     * @param secrets the names of the secrets that were set
     */
    public record Version(
            long version, Instant madeAt, String actor, Map<String, Object> values, List<String> secrets) {
        /** Keeps copies. */
        public Version {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            secrets = List.copyOf(secrets);
        }
    }

    /** Returns the latest settings of an installed plugin, newest first; the first are those that hold now. */
    public List<Version> list(Caller caller, String plugin) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        settings.read(caller, plugin);
        return rows(plugin).stream().map(this::version).toList();
    }

    /**
     * Sets a plugin as it was set before. What it does not declare any more is left out.
     *
     * @param expectedVersion the version of the present settings that the caller saw, or null for whatever there is
     * @throws SwitchboardException with {@code not-found} if the version is not kept, with {@code invalid-field} if the
     *     plugin as it is now would not take those settings
     */
    public Settings restore(Caller caller, String plugin, long version, @Nullable Long expectedVersion) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        Kept earlier = rows(plugin).stream()
                .filter(row -> row.version() == version)
                .findFirst()
                .map(row -> kept.read(row.content(), row.version()))
                .orElseThrow(() -> SwitchboardException.notFound("version"));
        return settings.restore(caller, plugin, earlier.values(), expectedVersion);
    }

    private List<SettingsVersionRow> rows(String plugin) {
        return transactions.read(() -> store.all(plugin));
    }

    private Version version(SettingsVersionRow row) {
        Map<String, Object> values =
                new LinkedHashMap<>(kept.read(row.content(), row.version()).values());
        List<String> secrets = values.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Sealed)
                .map(Map.Entry::getKey)
                .toList();
        values.keySet().removeAll(secrets);
        return new Version(row.version(), row.madeAt(), row.actor(), values, secrets);
    }
}
