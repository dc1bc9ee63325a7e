package io.switchboard.core.store.setting;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Settings without a database. */
public final class InMemorySettings implements SettingStore {
    private final ConcurrentSkipListMap<String, Setting> settings = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Setting> find(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public List<Setting> list(String prefix) {
        return settings.tailMap(prefix).values().stream()
                .takeWhile(setting -> setting.name().startsWith(prefix))
                .toList();
    }

    @Override
    public synchronized Setting put(String name, String content) {
        return replace(name, content, find(name).map(Setting::version).orElse(0L));
    }

    @Override
    public synchronized Setting replace(String name, String content, long expectedVersion) {
        if (find(name).map(Setting::version).orElse(0L) != expectedVersion) {
            throw new SwitchboardException(ErrorCode.STALE_VERSION, "The setting " + name + " was changed");
        }
        Setting setting = new Setting(name, content, expectedVersion + 1, Instant.EPOCH);
        settings.put(name, setting);
        return setting;
    }

    @Override
    public void remove(String name) {
        settings.remove(name);
    }
}
