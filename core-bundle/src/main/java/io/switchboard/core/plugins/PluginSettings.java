package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.plugins.KeptSettings.Kept;
import io.switchboard.core.plugins.KeptSettings.Sealed;
import io.switchboard.core.plugins.PluginRevision.Overtaken;
import io.switchboard.core.plugins.text.PluginTexts;
import io.switchboard.core.store.Transactions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows and changes the settings of plugins. A secret can be set and taken away, and is never shown. */
@Component(service = PluginSettings.class)
public final class PluginSettings {
    private static final int TRIES = 10;

    private final BundleContext framework;
    private final Transactions transactions;
    private final PluginRevision revision;
    private final SettingFields fields;
    private final KeptSettings kept;
    private final ConfigureBundle configure;
    private final AuditLog audit;
    private final PluginsFile file;
    private final InstalledTexts texts;

    /** Makes the use case. */
    @Activate
    public PluginSettings(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference PluginRevision revision,
            @Reference SettingFields fields,
            @Reference KeptSettings kept,
            @Reference ConfigureBundle configure,
            @Reference AuditLog audit,
            @Reference PluginsFile file,
            @Reference InstalledTexts texts) {
        this.file = file;
        this.texts = texts;
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        this.transactions = transactions;
        this.revision = revision;
        this.fields = fields;
        this.kept = kept;
        this.configure = configure;
        this.audit = audit;
    }

    /**
     * Settings as they are shown.
     *
     * @param schema what can be set
     * @param texts what the plugin says in other languages
     * @param values what was set, secrets left out
     * @param secrets the names of the secrets that are set
     * @param version grows with each change
     */
    public record Settings(
            SettingSchema schema, PluginTexts texts, Map<String, Object> values, List<String> secrets, long version) {
        /** Keeps copies. */
        public Settings {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            secrets = List.copyOf(secrets);
        }
    }

    /** Returns the settings of an installed plugin. */
    public Settings read(Caller caller, String plugin) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return show(plugin, fields.of(find(plugin)));
    }

    /**
     * Replaces the settings and hands them to the plugin at once. A secret that is not named stays as it is; null takes it
     * away.
     *
     * @param expectedVersion the version that the caller saw, or null for whatever there is
     */
    public Settings change(
            Caller caller, String plugin, Map<String, @Nullable Object> values, @Nullable Long expectedVersion) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        Bundle bundle = find(plugin);
        Map<String, SettingField> declared = fields.of(bundle);
        Kept before = kept.load(plugin);
        SettingValues check = new SettingValues(declared);
        check.check(values);
        Map<String, Object> after = merge(plugin, declared, values, before);
        check.requireAll(after);
        check.end();
        return replace(caller, bundle, before, after, expectedVersion);
    }

    /** Replaces the settings by those that were before, secrets still sealed, as far as the plugin declares them now. */
    Settings restore(Caller caller, String plugin, Map<String, Object> earlier, @Nullable Long expectedVersion) {
        file.requireNone();
        Bundle bundle = find(plugin);
        Map<String, SettingField> declared = fields.of(bundle);
        Map<String, Object> after = new LinkedHashMap<>(earlier);
        after.entrySet()
                .removeIf(entry -> !declared.containsKey(entry.getKey())
                        || declared.get(entry.getKey()).secret() != entry.getValue() instanceof Sealed);
        Map<String, Object> shown = new LinkedHashMap<>(after);
        shown.values().removeIf(value -> value instanceof Sealed);
        SettingValues check = new SettingValues(declared);
        check.check(shown);
        check.requireAll(after);
        check.end();
        return replace(caller, bundle, kept.load(plugin), after, expectedVersion);
    }

    private Settings replace(
            Caller caller, Bundle bundle, Kept before, Map<String, Object> after, @Nullable Long expectedVersion) {
        String plugin = bundle.getSymbolicName();
        save(caller, plugin, before, after, expectedVersion == null ? before.version() : expectedVersion);
        configure.configure(bundle);
        return show(plugin, fields.of(bundle));
    }

    /** Counts the change too, so that other nodes see it. */
    private void save(Caller caller, String plugin, Kept before, Map<String, Object> values, long expectedVersion) {
        for (int attempt = 1; ; attempt++) {
            long seen = revision.read();
            try {
                transactions.write(() -> {
                    kept.save(plugin, values, expectedVersion, caller);
                    audit.record(
                            caller,
                            AuditKind.PLUGIN_CONFIGURED,
                            "plugin:" + plugin,
                            open(before.values()),
                            open(values));
                    return revision.advance(seen);
                });
                return;
            } catch (Overtaken otherChange) {
                if (attempt == TRIES) {
                    throw new SwitchboardException(
                            ErrorCode.IN_USE, "Other nodes change the plugins all the time; try again", otherChange);
                }
            }
        }
    }

    private Map<String, Object> merge(
            String plugin, Map<String, SettingField> declared, Map<String, @Nullable Object> values, Kept before) {
        Map<String, Object> after = new LinkedHashMap<>();
        declared.forEach((name, field) -> {
            Object value = values.get(name);
            if (field.secret() && !values.containsKey(name)) {
                value = before.values().get(name);
            } else if (field.secret() && value != null) {
                value = kept.seal(plugin, name, String.valueOf(value));
            }
            if (value != null) {
                after.put(name, value);
            }
        });
        return after;
    }

    private Settings show(String plugin, Map<String, SettingField> declared) {
        Kept present = kept.load(plugin);
        Map<String, Object> values = new LinkedHashMap<>(present.values());
        values.keySet().retainAll(declared.keySet());
        values.values().removeIf(value -> value instanceof Sealed);
        List<String> secrets = present.values().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Sealed)
                .map(Map.Entry::getKey)
                .toList();
        return new Settings(new SettingSchema(declared), texts.of(plugin), values, secrets, present.version());
    }

    /** Returns settings without the values of secrets. */
    static Map<String, Object> open(Map<String, Object> values) {
        Map<String, Object> shown = new LinkedHashMap<>(values);
        shown.replaceAll((name, value) -> value instanceof Sealed ? "(secret)" : value);
        return shown;
    }

    private Bundle find(String plugin) {
        return PluginBundle.find(framework, plugin).orElseThrow(() -> SwitchboardException.notFound("plugin"));
    }
}
