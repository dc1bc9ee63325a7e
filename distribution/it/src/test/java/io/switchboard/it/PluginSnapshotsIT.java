package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void settingsGoBackToAnEarlierVersionSecretsToo() {
        String path = Plugins.path("intake-monitoring", "/settings");
        String first = "the first secret of some length";
        String second = "the second secret of some length";
        plugins.set("intake-monitoring", Map.of("secret", first));
        long version =
                administrator.get(path).expect(200).json().path("version").asLong();
        plugins.set("intake-monitoring", Map.of("secret", second));
        Patience.until("the second secret holds", () -> alerts(second) == 400);
        assertThat(alerts(first)).isEqualTo(401);

        Response versions = administrator.get(path + "/versions").expect(200);
        assertThat(versions.json().at("/items/0/version").asLong()).isEqualTo(version + 1);
        assertThat(versions.json().at("/items/1/version").asLong()).isEqualTo(version);
        assertThat(versions.json().at("/items/1/secrets").toString()).contains("secret");
        assertThat(versions.text()).doesNotContain(first, second, "sealed");
        administrator
                .with("If-Match", "\"" + version + "\"")
                .post(path + "/versions/" + version + "/restore", "")
                .expect(412);

        JsonNode restored = administrator
                .post(path + "/versions/" + version + "/restore", "")
                .expect(200)
                .json();

        assertThat(restored.path("version").asLong()).isEqualTo(version + 2);
        Patience.until("the first secret holds again", () -> alerts(first) == 400);
        assertThat(alerts(second)).isEqualTo(401);
        administrator.post(path + "/versions/999999/restore", "").expect(404);
        server.http().get(path + "/versions").expect(401);
    }

    /** What a monitoring system with this secret is answered for a body that says nothing. */
    private int alerts(String secret) {
        return server.http()
                .withToken(secret)
                .post("/api/v1/x/intake-monitoring/alertmanager", Map.of())
                .status();
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
