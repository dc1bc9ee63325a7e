package io.switchboard.core.store.presence;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlPresenceStoreTest implements PresenceStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
