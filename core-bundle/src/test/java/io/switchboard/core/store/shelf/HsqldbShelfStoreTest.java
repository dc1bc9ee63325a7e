package io.switchboard.core.store.shelf;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbShelfStoreTest implements ShelfStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
