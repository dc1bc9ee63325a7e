package io.switchboard.core.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlTransactionsTest implements TransactionsContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed store() {
        return STORE;
    }
}
