package io.switchboard.core.plugins;

import io.switchboard.core.plugins.KeptSettings.Kept;
import io.switchboard.core.plugins.KeptSettings.Sealed;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands plugins their settings as OSGi configurations, bound to their bundle so that no other gets them. The configurations
 * are in memory only: the database is where settings are kept.
 */
@Component(service = ConfigureBundle.class)
public final class BundleSettings implements ConfigureBundle {
    private static final Logger LOG = LoggerFactory.getLogger(BundleSettings.class);

    private final SettingFields fields;
    private final KeptSettings kept;
    private final ConfigurationAdmin configurations;

    /** Makes it. */
    @Activate
    public BundleSettings(
            @Reference SettingFields fields,
            @Reference KeptSettings kept,
            @Reference ConfigurationAdmin configurations) {
        this.fields = fields;
        this.kept = kept;
        this.configurations = configurations;
    }

    @Override
    public void configure(Bundle bundle) {
        String plugin = bundle.getSymbolicName();
        Kept settings = kept.load(plugin);
        if (settings.version() == 0) {
            return;
        }
        Map<String, Dictionary<String, Object>> byPid = new TreeMap<>();
        fields.of(bundle).forEach((name, field) -> {
            Dictionary<String, Object> properties = byPid.computeIfAbsent(field.pid(), pid -> new Hashtable<>());
            Object value = settings.values().get(name);
            if (value != null) {
                properties.put(field.name(), value(plugin, name, field, value));
            }
        });
        byPid.forEach((pid, properties) -> update(bundle, pid, properties));
    }

    @Override
    public Form form(Bundle bundle) {
        Map<String, SettingField> declared = fields.of(bundle);
        Map<String, Object> set = kept.load(bundle.getSymbolicName()).values();
        List<String> unset = declared.entrySet().stream()
                .filter(field -> field.getValue().required() && !set.containsKey(field.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        return new Form(unset, declared);
    }

    @Override
    public List<String> values(Bundle bundle, String setting) {
        SettingField field = fields.of(bundle).get(setting);
        if (field == null) {
            return List.of();
        }
        String plugin = bundle.getSymbolicName();
        Object set = kept.load(plugin).values().get(setting);
        if (set == null) {
            return field.initial();
        }
        Object value = value(plugin, setting, field, set);
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private Object value(String plugin, String name, SettingField field, Object value) {
        if (value instanceof Sealed sealed) {
            return kept.open(plugin, name, sealed);
        }
        if (value instanceof List<?> values) {
            return values.stream()
                    .map(item -> field.typed(String.valueOf(item)))
                    .toList();
        }
        return field.typed(String.valueOf(value));
    }

    private void update(Bundle bundle, String pid, Dictionary<String, Object> properties) {
        try {
            Configuration configuration = configurations.getConfiguration(pid, bundle.getLocation());
            if (!bundle.getLocation().equals(configuration.getBundleLocation())) {
                configuration.setBundleLocation(bundle.getLocation());
            }
            configuration.updateIfDifferent(properties);
        } catch (IOException failure) {
            LOG.error("The settings of {} could not be handed over", bundle.getSymbolicName(), failure);
        }
    }

    @Override
    public void forget(Bundle bundle) {
        try {
            Configuration[] own =
                    configurations.listConfigurations("(service.bundleLocation=" + escape(bundle.getLocation()) + ")");
            for (Configuration configuration : own == null ? new Configuration[0] : own) {
                configuration.delete();
            }
        } catch (IOException | InvalidSyntaxException failure) {
            LOG.error("The settings of {} could not be taken back", bundle.getSymbolicName(), failure);
        }
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\*()])", "\\\\$1");
    }
}
