package io.switchboard.core.store.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of plugins' signers does. */
interface SignerStoreContract {
    Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String PRINT = "0123456789abcdef".repeat(4);

    StoreTestbed testbed();

    private SignerStore testee() {
        return new SqlSignerStore(testbed().mappers());
    }

    @Test
    default void aPluginIsBoundToOneAndTheLatestCounts() {
        SignerRow first = new SignerRow(plugin("late"), PRINT, "CN=Acme", NOW, "person:ada");
        SignerRow second = new SignerRow(first.pluginId(), PRINT.replace('0', 'f'), "CN=Other", NOW, "person:bob");

        put(first);
        put(second);

        assertThat(testbed().transactions().read(() -> testee().find(first.pluginId())))
                .contains(second);
    }

    @Test
    default void aReleasedOneIsKnownAndBoundToNobody() {
        SignerRow released = new SignerRow(plugin("free"), null, null, NOW, "person:ada");

        put(released);

        assertThat(testbed().transactions().read(() -> testee().find(released.pluginId())))
                .contains(released);
        assertThat(testbed().transactions().read(() -> testee().find(plugin("never"))))
                .isEmpty();
    }

    @Test
    default void allAreToldInTheOrderOfTheirPlugins() {
        SignerRow later = new SignerRow(plugin("b"), PRINT, "CN=Acme", NOW, "person:ada");
        SignerRow sooner = new SignerRow(plugin("a"), PRINT, "CN=Acme", NOW, "person:ada");
        put(later);
        put(sooner);

        assertThat(testbed().transactions().read(() -> testee().all()))
                .containsSubsequence(sooner, later)
                .extracting(SignerRow::pluginId)
                .isSorted();
    }

    private static String plugin(String name) {
        return name + "-" + UUID.randomUUID();
    }

    private void put(SignerRow row) {
        testbed().transactions().write(() -> {
            testee().put(row);
            return true;
        });
    }
}
