package io.switchboard.core.store.migration;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.StoreTestbed;

class PostgresqlMigratorTest extends MigratorContract {
    @Override
    Database empty() {
        return StoreTestbed.empty(DatabaseKind.POSTGRESQL);
    }

    @Override
    int startsAtOnce() {
        return 4;
    }
}
