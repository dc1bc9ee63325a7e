package io.switchboard.core.store.escalation;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbEscalationStoreTest implements EscalationStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
