package io.switchboard.core.store.draft;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlDraftStoreTest implements DraftStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
