package io.switchboard.core.store.draft;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbDraftStoreTest implements DraftStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
