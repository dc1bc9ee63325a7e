package io.switchboard.core.store.work;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbWorkStoreTest implements WorkStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
