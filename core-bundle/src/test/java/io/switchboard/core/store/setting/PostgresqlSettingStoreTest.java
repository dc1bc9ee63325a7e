package io.switchboard.core.store.setting;

import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlSettingStoreTest implements SettingStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public Transactions transactions() {
        return STORE.transactions();
    }

    @Override
    public SettingStore testee() {
        return new SqlSettingStore(STORE.transactions(), STORE.mappers());
    }
}
