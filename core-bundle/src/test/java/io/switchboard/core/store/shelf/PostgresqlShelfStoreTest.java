package io.switchboard.core.store.shelf;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlShelfStoreTest implements ShelfStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
