package io.switchboard.core.store.migration;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.StoreTestbed;

class HsqldbMigratorTest extends MigratorContract {
    @Override
    Database empty() {
        return StoreTestbed.empty(DatabaseKind.HSQLDB);
    }

    @Override
    int startsAtOnce() {
        return 1;
    }
}
