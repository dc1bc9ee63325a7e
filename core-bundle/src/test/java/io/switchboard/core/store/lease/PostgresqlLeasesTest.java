package io.switchboard.core.store.lease;

import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlLeasesTest implements LeasesContract {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Override
    public StoreTestbed store() {
        return STORE;
    }

    @Override
    public Leases testee() {
        return new SqlLeases(STORE.transactions(), STORE.mappers());
    }
}
