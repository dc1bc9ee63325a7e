package io.switchboard.core.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbUnknownCommitTest extends UnknownCommitContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    StoreTestbed store() {
        return STORE;
    }
}
