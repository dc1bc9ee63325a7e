package io.switchboard.core.store.setting;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings in a table. */
@Component(service = SettingStore.class)
public final class SqlSettingStore implements SettingStore {
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final MapperSource mappers;
    private final Clock clock = Clock.systemUTC();

    /** Makes the store. */
    @Activate
    public SqlSettingStore(@Reference Transactions transactions, @Reference MapperSource mappers) {
        this.transactions = transactions;
        this.mappers = mappers;
    }

    private SettingMapper mapper() {
        return mappers.of(SettingMapper.class);
    }

    @Override
    public Optional<Setting> find(String name) {
        return transactions.read(() -> mapper().find(name));
    }

    @Override
    public List<Setting> list(String prefix) {
        return transactions.read(() -> mapper().list(prefix, prefix + Character.MAX_VALUE));
    }

    @Override
    public Setting put(String name, String content) {
        for (int attempt = 1; ; attempt++) {
            long seen = find(name).map(Setting::version).orElse(0L);
            try {
                return replace(name, content, seen);
            } catch (SwitchboardException stale) {
                if (stale.code() != ErrorCode.STALE_VERSION || attempt == TRIES || transactions.active()) {
                    throw stale;
                }
            }
        }
    }

    @Override
    public Setting replace(String name, String content, long expectedVersion) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Setting setting = new Setting(name, content, expectedVersion + 1, now);
        try {
            return transactions.write(() -> {
                if (expectedVersion == 0) {
                    insert(setting);
                } else if (mapper().update(setting, expectedVersion) == 0) {
                    throw stale(name);
                }
                return setting;
            });
        } catch (DuplicateKeyException putMeanwhile) {
            throw stale(name);
        }
    }

    /** Looks first: a key that exists already would end the whole transaction on some engines. */
    private void insert(Setting setting) {
        if (mapper().find(setting.name()).isPresent()) {
            throw stale(setting.name());
        }
        mapper().insert(setting);
    }

    private static SwitchboardException stale(String name) {
        return new SwitchboardException(
                ErrorCode.STALE_VERSION, "The setting " + name + " was changed in the meantime; read it again");
    }

    @Override
    public void remove(String name) {
        transactions.write(() -> {
            mapper().delete(name);
            return true;
        });
    }
}
