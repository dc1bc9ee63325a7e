package io.switchboard.core.store.number;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlNumberBlocksTest implements NumberBlocksContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed store() {
        return STORE;
    }
}
