package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was installed before can be looked at, compared and gone back to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginSnapshotsIT {

    private static final String SNAPSHOTS = "/api/v1/plugins/snapshots";

    private RunningServer server;
    private Http administrator;
    private Plugins plugins;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        signIn();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void signIn() {
        administrator = server.administrator();
        plugins = new Plugins(administrator);
    }

    private void install(String id, String version) {
        plugins.upload("", Plugins.archive(id, "IntakeChannel", version)).expect(201);
    }

    private List<JsonNode> snapshots() {
        return Json.list(administrator.get(SNAPSHOTS).expect(200).json().path("items"));
    }

    private String latest() {
        return snapshots().get(0).path("number").asText();
    }

    private static List<String> ids(JsonNode entries) {
        return Json.list(entries).stream()
                .map(entry -> entry.path("id").asText())
                .toList();
    }

    @Test
    void theFirstSnapshotIsWhatTheDistributionBrought() {
        JsonNode first = snapshots().get(snapshots().size() - 1);

        assertThat(first.path("cause").asText()).isEqualTo("offered");
        JsonNode content = administrator
                .get(SNAPSHOTS + "/" + first.path("number").asText())
                .expect(200)
                .json();
        assertThat(ids(content.path("plugins"))).contains("handle-security", "search-lucene");
    }

    @Test
    void anAdministratorComparesAndGoesBackWithOneActionAndItHoldsAfterAKill() {
        install("traveller", "1.0.0");
        String before = latest();
        install("traveller", "2.0.0");
        install("passer-by", "1.0.0");
        administrator.delete(Plugins.path("intake-phone", "")).expect(204);

        JsonNode comparison = administrator
                .get(SNAPSHOTS + "/" + before + "/comparison")
                .expect(200)
                .json();
        assertThat(ids(comparison.path("added"))).containsExactly("passer-by");
        assertThat(ids(comparison.path("removed"))).containsExactly("intake-phone");
        assertThat(comparison.at("/changed/0/before/version").asText()).isEqualTo("1.0.0");
        assertThat(comparison.at("/changed/0/after/version").asText()).isEqualTo("2.0.0");

        administrator.post(SNAPSHOTS + "/" + before + "/restore", "").expect(200);

        assertThat(plugins.running("traveller")).isEqualTo("1.0.0");
        assertThat(plugins.states()).contains("intake-phone active").noneMatch(state -> state.startsWith("passer-by"));
        JsonNode restored = snapshots().get(0);
        assertThat(restored.path("cause").asText()).isEqualTo("restored");
        assertThat(restored.path("actor").asText()).startsWith("person:");
        assertThat(administrator
                        .get("/api/v1/audit?kind=plugin.set_restored")
                        .expect(200)
                        .text())
                .contains("plugin-snapshot:" + before, "passer-by", "2.0.0");
        server.kill9();
        server.startAgain();
        signIn();
        assertThat(plugins.running("traveller")).isEqualTo("1.0.0");
        assertThat(plugins.states()).contains("intake-phone active");
        assertThat(latest()).isEqualTo(restored.path("number").asText());
    }

    @Test
    void aPluginGoesBackToItsVersionBefore() {
        install("two-steps", "1.0.0");
        install("two-steps", "2.0.0");

        JsonNode shown = administrator
                .post(Plugins.path("two-steps", "/rollback"), "")
                .expect(200)
                .json();

        assertThat(shown.path("runningVersion").asText()).isEqualTo("1.0.0");
        Response none =
                administrator.post(Plugins.path("two-steps", "/rollback"), "").expect(422);
        assertThat(none.text()).contains("plugin-refused", "has no version before 1.0.0");
    }

    @Test
    void whatIsNotThereIsNotFoundAndNobodyElseGetsThere() {
        administrator.get(SNAPSHOTS + "/999999").expect(404);
        administrator.get(SNAPSHOTS + "/nonsense").expect(404);
        administrator.post(SNAPSHOTS + "/999999/restore", "").expect(404);
        administrator.post(Plugins.path("never-there", "/rollback"), "").expect(404);
        server.http().get(SNAPSHOTS).expect(401);
    }
}
