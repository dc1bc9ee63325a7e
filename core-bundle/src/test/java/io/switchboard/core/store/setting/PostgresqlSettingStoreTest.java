package io.switchboard.core.store.setting;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlSettingStoreTest implements SettingStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public SettingStore testee() {
        return new SqlSettingStore(STORE.transactions(), STORE.mappers());
    }
}
