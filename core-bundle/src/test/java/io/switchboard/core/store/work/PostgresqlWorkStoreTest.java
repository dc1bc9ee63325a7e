package io.switchboard.core.store.work;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlWorkStoreTest implements WorkStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
