package io.switchboard.core.store.escalation;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlEscalationStoreTest implements EscalationStoreContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed testbed() {
        return STORE;
    }
}
