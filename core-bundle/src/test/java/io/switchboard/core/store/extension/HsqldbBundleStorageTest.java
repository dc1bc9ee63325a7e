package io.switchboard.core.store.extension;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbBundleStorageTest extends BundleStorageContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    StoreTestbed store() {
        return STORE;
    }
}
