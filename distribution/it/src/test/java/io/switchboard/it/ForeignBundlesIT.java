package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles of others, which know nothing of the desk, are no plugins: they are refused, and leave nothing behind. */
@SwitchboardServer
class ForeignBundlesIT {

    private static Http administrator;
    private static Plugins plugins;

    @BeforeAll
    static void begin(RunningServer server) {
        administrator = server.administrator();
        plugins = new Plugins(administrator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.commons.lang3",
                "org.apache.felix.inventory",
                "org.apache.felix.webconsole",
                "org.apache.sling.commons.osgi",
                "org.apache.sling.commons.threads"
            })
    void aBundleThatFitsNoSocketIsRefusedWithTheReasonAndLeavesNothing(String bundle) throws IOException {
        byte[] archive = archive(bundle);
        List<String> before = plugins.states();
        int snapshots = snapshots();

        JsonNode plan = plugins.upload("?dryRun=true", archive).expect(200).json();
        assertThat(plan.path("id").asText()).isEqualTo(bundle);
        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(Json.list(plan.path("refusals")))
                .extracting(JsonNode::asText)
                .contains("is no plugin: none of its classes says by @SwitchboardPlugin which socket it fits");
        Response refused = plugins.upload("", archive).expect(422);
        assertThat(refused.text()).contains("plugin-refused", "is no plugin");

        assertThat(plugins.states()).isEqualTo(before);
        assertThat(snapshots()).isEqualTo(snapshots);
        administrator.get(Plugins.path(bundle, "")).expect(404);
    }

    private static int snapshots() {
        return Json.list(administrator
                        .get("/api/v1/plugins/snapshots")
                        .expect(200)
                        .json()
                        .path("items"))
                .size();
    }

    private static byte[] archive(String bundle) throws IOException {
        for (URL manifest :
                Collections.list(ForeignBundlesIT.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = manifest.openStream()) {
                String name = new Manifest(in).getMainAttributes().getValue("Bundle-SymbolicName");
                if (name != null && name.split(";")[0].equals(bundle)) {
                    URL jar = ((JarURLConnection) manifest.openConnection()).getJarFileURL();
                    return Files.readAllBytes(Path.of(jar.getPath()));
                }
            }
        }
        throw new IllegalStateException(bundle + " is not among what the tests are given");
    }
}
