package io.switchboard.core.store.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class BundleMigrationsTest {
    /** A plugin whose header names a folder that is not packed would start without its tables otherwise. */
    @Test
    void aFolderWithoutMigrationsIsRefused() {
        Bundle empty = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (bundle, method, arguments) -> null);

        assertThatThrownBy(() -> BundleMigrations.in(empty, "migrations"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'migrations'");
    }
}
