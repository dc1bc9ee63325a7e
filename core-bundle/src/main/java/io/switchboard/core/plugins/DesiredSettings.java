package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.KeptSettings.Sealed;
import io.switchboard.core.plugins.desired.SettingReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings as a file says them, checked against what a plugin declares. */
final class DesiredSettings {
    private final Path data;
    private final Function<String, @Nullable String> environment;
    private final KeptSettings kept;

    DesiredSettings(Path data, Function<String, @Nullable String> environment, KeptSettings kept) {
        this.data = data;
        this.environment = environment;
        this.kept = kept;
    }

    /**
     * Checks settings.
     *
     * @return them as they are to be kept, secrets sealed; null if they are kept so already
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong
     */
    @Nullable
    Map<String, Object> check(String plugin, Map<String, Object> wanted, Map<String, SettingField> declared) {
        SettingValues check = new SettingValues(declared);
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            if (value instanceof SettingReference reference) {
                reference
                        .resolve(data, environment)
                        .ifPresentOrElse(
                                text -> values.put(name, text),
                                () -> check.wrong(name, "has no value: " + reference.told() + " is not there"));
            } else if (declared.containsKey(name) && declared.get(name).secret()) {
                check.wrong(name, "is a secret: say {\"file\": \"...\"} or {\"environment\": \"...\"} where it stands");
            } else {
                values.put(name, value);
            }
        });
        check.check(values);
        check.requireAll(wanted);
        check.end();
        return same(plugin, values) ? null : sealed(plugin, values, declared);
    }

    private boolean same(String plugin, Map<String, Object> values) {
        Map<String, Object> present = new LinkedHashMap<>(kept.load(plugin).values());
        present.replaceAll((name, value) -> value instanceof Sealed sealed ? kept.open(plugin, name, sealed) : value);
        present.replaceAll((name, value) -> comparable(value));
        Map<String, Object> later = new LinkedHashMap<>(values);
        later.replaceAll((name, value) -> comparable(value));
        return present.equals(later);
    }

    /** A number that was kept comes back as the smallest type that holds it. */
    private static Object comparable(Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : String.valueOf(value);
    }

    private Map<String, Object> sealed(String plugin, Map<String, Object> values, Map<String, SettingField> declared) {
        Map<String, Object> sealed = new LinkedHashMap<>(values);
        sealed.replaceAll((name, value) -> {
            SettingField field = declared.get(name);
            return field != null && field.secret() ? kept.seal(plugin, name, String.valueOf(value)) : value;
        });
        return sealed;
    }
}
