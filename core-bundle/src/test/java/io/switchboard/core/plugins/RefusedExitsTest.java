package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.sockets.PluginFaults;
import io.switchboard.core.sockets.PluginSuspicions.Suspicion;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusedExitsTest {
    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    private PluginFaults faults;
    private RefusedExits exits;

    @BeforeEach
    void listen() {
        faults = new PluginFaults(testbed.bundles().get(0).getBundleContext());
        exits = new RefusedExits(faults);
    }

    @AfterEach
    void stop() {
        exits.stop();
    }

    private static void attempt(int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            Logger.getLogger(RefusedExits.LOGGER).log(Level.SEVERE, "System.exit", "ending");
        }
    }

    @Test
    void whoWantedToEndTheServerIsNamedInItsHealth() {
        attempt(1);

        assertThat(faults.of("ending"))
                .singleElement()
                .asString()
                .contains("It wanted to end the server by System.exit in thread '", "which was refused");
        assertThat(exits.suspicions(10)).isEmpty();
    }

    @Test
    void whoWantsItAgainAndAgainIsSuspectedUntilItIsForgiven() {
        attempt(RefusedExits.PATIENCE);

        assertThat(exits.suspicions(10)).extracting(Suspicion::plugin).containsExactly("ending");
        exits.forgive("ending");
        assertThat(exits.suspicions(10)).isEmpty();
        assertThat(faults.of("ending")).isEmpty();
    }
}
