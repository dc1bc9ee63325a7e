package io.switchboard.core.store.lease;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class HsqldbLeasesTest implements LeasesContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @Override
    public StoreTestbed store() {
        return STORE;
    }

    @Override
    public Leases testee() {
        return new SqlLeases(STORE.transactions(), STORE.mappers());
    }
}
