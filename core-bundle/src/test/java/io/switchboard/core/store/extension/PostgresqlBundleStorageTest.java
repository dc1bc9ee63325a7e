package io.switchboard.core.store.extension;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlBundleStorageTest extends BundleStorageContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    StoreTestbed store() {
        return STORE;
    }
}
