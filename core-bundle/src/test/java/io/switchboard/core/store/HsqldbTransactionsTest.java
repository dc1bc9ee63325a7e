package io.switchboard.core.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbTransactionsTest implements TransactionsContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed store() {
        return STORE;
    }
}
