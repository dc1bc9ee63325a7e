package io.switchboard.core.store.presence;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbPresenceStoreTest implements PresenceStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
