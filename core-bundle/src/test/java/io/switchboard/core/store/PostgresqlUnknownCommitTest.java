package io.switchboard.core.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlUnknownCommitTest extends UnknownCommitContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    StoreTestbed store() {
        return STORE;
    }
}
