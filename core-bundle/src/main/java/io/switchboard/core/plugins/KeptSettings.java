package io.switchboard.core.plugins;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.plugin.SettingsVersionRow;
import io.switchboard.core.store.plugin.SettingsVersionStore;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of plugins as they are kept: a JSON object a plugin, its secrets sealed, and what the latest were before. */
@Component(service = KeptSettings.class)
public final class KeptSettings {
    /** How many versions of a plugin's settings are kept, the present one among them. */
    static final int VERSIONS = 20;

    private static final String NAME = "plugin.settings.";
    private static final String SEALED = "sealed";
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final SettingStore store;
    private final SettingsVersionStore versions;
    private final Vault vault;
    private final ThreadLocal<Map<String, Map<String, Object>>> tried = ThreadLocal.withInitial(Map::of);

    /** Makes it. */
    @Activate
    public KeptSettings(
            @Reference SettingStore store, @Reference SettingsVersionStore versions, @Reference Vault vault) {
        this.store = store;
        this.versions = versions;
        this.vault = vault;
    }

    /**
     * Settings that are kept.
     *
     * @param values by name, secrets as {@link Sealed}
     * @param version 0 if nothing was ever kept
     */
    record Kept(Map<String, Object> values, long version) {}

    /** A secret as it is kept. */
    record Sealed(String text) {}

    /**
     * Does something while this thread finds other settings of some plugins than those that are kept, so that they can be tried
     * before they are.
     *
     * @param settings what it finds, by plugin, secrets sealed
     */
    <T> T trying(Map<String, Map<String, Object>> settings, Supplier<T> action) {
        tried.set(settings);
        try {
            return action.get();
        } finally {
            tried.remove();
        }
    }

    Kept load(String plugin) {
        Setting setting = store.find(NAME + plugin).orElse(null);
        Map<String, Object> instead = tried.get().get(plugin);
        if (instead != null) {
            return new Kept(instead, setting == null ? 1 : setting.version());
        }
        if (setting == null) {
            return new Kept(Map.of(), 0);
        }
        return read(setting.content(), setting.version());
    }

    /** Reads settings as they were written. */
    Kept read(String content, long version) {
        Map<String, Object> values = Json.read(content, VALUES);
        values.replaceAll((name, value) ->
                value instanceof Map<?, ?> object ? new Sealed(String.valueOf(object.get(SEALED))) : value);
        return new Kept(values, version);
    }

    /** Writes settings, and keeps them for going back there. Is called in the transaction that changes them. */
    void save(String plugin, Map<String, Object> values, long expectedVersion, Caller caller) {
        List<SettingsVersionRow> earlier = versions.all(plugin);
        Setting before = store.find(NAME + plugin).orElse(null);
        Setting after = store.replace(NAME + plugin, write(values), expectedVersion);
        if (before != null && earlier.isEmpty()) {
            versions.add(row(plugin, before, Caller.system("plugin-settings"))); // set before versions were kept
        }
        versions.add(row(plugin, after, caller));
        if (earlier.size() >= VERSIONS) {
            versions.removeBefore(plugin, earlier.get(VERSIONS - 2).version());
        }
    }

    private static SettingsVersionRow row(String plugin, Setting setting, Caller caller) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new SettingsVersionRow(plugin, setting.version(), setting.content(), now, AuditLog.name(caller.actor()));
    }

    private static String write(Map<String, Object> values) {
        Map<String, Object> content = new LinkedHashMap<>(values);
        content.replaceAll((name, value) -> value instanceof Sealed sealed ? Map.of(SEALED, sealed.text()) : value);
        return Json.write(content);
    }

    Sealed seal(String plugin, String name, String secret) {
        return new Sealed(vault.seal(purpose(plugin, name), secret));
    }

    String open(String plugin, String name, Sealed sealed) {
        return vault.open(purpose(plugin, name), sealed.text());
    }

    private static String purpose(String plugin, String name) {
        return "plugin " + plugin + " " + name;
    }
}
