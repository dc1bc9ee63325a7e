package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Plugins;
import io.switchboard.testkit.server.RealServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the testkit gives to vendors for tests on the real server. */
class VendorTestIT {

    @TempDir
    Path folder;

    @Test
    void aTestOfAVendorHasTheServerWithItsPlugin() throws Exception {
        Path archive = Files.write(folder.resolve("tested.jar"), Plugins.archive("tested", "IntakeChannel", "1.0.0"));
        Path odd = Files.write(folder.resolve("odd.jar"), Plugins.archive("odd", "Nowhere", "1.0.0"));
        try (RealServer server = RealServer.start(Distribution.home(), archive)) {
            assertThat(server.get("/api/v1/plugins/tested").body()).contains("\"active\"");
            assertThat(server.send("DELETE", "/api/v1/plugins/tested", null).statusCode())
                    .isEqualTo(204);
            assertThat(server.get("/api/v1/plugins/tested").statusCode()).isEqualTo(404);
            assertThat(server.output()).contains("is ready");
            assertThatThrownBy(() -> server.install(odd))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("odd.jar is refused")
                    .hasMessageContaining("Nowhere");
        }
    }
}
