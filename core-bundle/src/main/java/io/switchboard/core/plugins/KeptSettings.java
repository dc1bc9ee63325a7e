package io.switchboard.core.plugins;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of plugins as they are kept: a JSON object a plugin, its secrets sealed. */
@Component(service = KeptSettings.class)
public final class KeptSettings {
    private static final String NAME = "plugin.settings.";
    private static final String SEALED = "sealed";
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final SettingStore store;
    private final Vault vault;

    /** Makes it. */
    @Activate
    public KeptSettings(@Reference SettingStore store, @Reference Vault vault) {
        this.store = store;
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

    Kept load(String plugin) {
        Setting setting = store.find(NAME + plugin).orElse(null);
        if (setting == null) {
            return new Kept(Map.of(), 0);
        }
        Map<String, Object> values = Json.read(setting.content(), VALUES);
        values.replaceAll((name, value) ->
                value instanceof Map<?, ?> object ? new Sealed(String.valueOf(object.get(SEALED))) : value);
        return new Kept(values, setting.version());
    }

    long save(String plugin, Map<String, Object> values, long expectedVersion) {
        Map<String, Object> content = new LinkedHashMap<>(values);
        content.replaceAll((name, value) -> value instanceof Sealed sealed ? Map.of(SEALED, sealed.text()) : value);
        return store.replace(NAME + plugin, Json.write(content), expectedVersion)
                .version();
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
