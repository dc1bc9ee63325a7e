package io.switchboard.core.store.number;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbNumberBlocksTest implements NumberBlocksContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed store() {
        return STORE;
    }
}
