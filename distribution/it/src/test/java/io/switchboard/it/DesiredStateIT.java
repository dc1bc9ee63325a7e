package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** While {@code plugins.json} is in the data folder, what it says is what is installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesiredStateIT {
    private static final String MONITORING = """
            {"id": "intake-monitoring", "settings": {"requester": "alerts@example.org", "high": ["page"],
              "resolve": false, "secret": {"file": "secrets/monitoring"}}}""";
    private static final String BROKEN = """
            package broken;
            public class Activator implements org.osgi.framework.BundleActivator {
                public void start(org.osgi.framework.BundleContext context) {
                    throw new IllegalStateException("the lamp is out");
                }
                public void stop(org.osgi.framework.BundleContext context) {}
            }
            """;

    private RunningServer server;
    private Path data;
    private Plugins plugins;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        ServerSetup setup = ServerSetup.in(folder);
        data = setup.data();
        Files.createDirectories(data.resolve("secrets"));
        Files.createDirectories(data.resolve("archives"));
        Files.writeString(data.resolve("secrets/monitoring"), "a secret of some length\n");
        archive("own", "1.0.0");
        say(MONITORING, own("1.0.0"));
        server = setup.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void haveTwo() throws IOException {
        plugins = new Plugins(server.administrator());
        say(MONITORING, own("1.0.0"));
        Patience.until("the file is carried out", () -> stands("own 1.0.0"));
    }

    private static String own(String version) {
        return """
                {"id": "own", "version": "[%s,%s]", "source": {"file": "archives/own-%s.jar"}}""".formatted(version, version, version);
    }

    private void archive(String id, String version) throws IOException {
        put("archives/" + id + "-" + version + ".jar", Plugins.archive(id, "IntakeChannel", version));
    }

    /** Puts a file there at once, as whole as those do who deploy by files. */
    private void put(String name, byte[] content) throws IOException {
        Path beside = Files.write(data.resolve(name + ".new"), content);
        Files.move(beside, data.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void say(String... wanted) throws IOException {
        put("plugins.json", ("{\"plugins\": [" + String.join(",", wanted) + "]}").getBytes());
    }

    private JsonNode desired() {
        return plugins.list().path("desired");
    }

    private boolean stands(String own) {
        String id = own.split(" ")[0];
        return desired().path("state").asText().equals("applied")
                && plugins.running(id).equals(own.split(" ")[1]);
    }

    private void untilRefused(String reason) {
        Patience.until("it is refused because: " + reason, () -> {
            JsonNode desired = desired();
            return desired.path("state").asText().equals("refused")
                    && desired.path("reasons").toString().contains(reason);
        });
    }

    private JsonNode settings() {
        return plugins.caller()
                .get(Plugins.path("intake-monitoring", "/settings"))
                .expect(200)
                .json();
    }

    @Test
    void aNewDeskHasWhatTheFileSaysAndNothingElse() {
        assertThat(plugins.states()).containsExactly("intake-monitoring active", "own active");
        assertThat(settings().at("/values/requester").asText()).isEqualTo("alerts@example.org");
        assertThat(settings().path("secrets").toString()).contains("secret");
        assertThat(settings().toString()).doesNotContain("of some length");
        assertThat(plugins.caller().get("/api/v1/audit?limit=200").expect(200).text())
                .contains("plugin.set_desired", "system:plugins.json")
                .doesNotContain("of some length");
        assertThat(plugins.caller().get("/api/v1/plugins/snapshots").expect(200).text())
                .contains("\"desired\"");
    }

    @Test
    void whatOthersWantToChangeIsRefusedAndNamesTheFile() throws IOException {
        Http administrator = plugins.caller();
        byte[] other = Plugins.archive("other", "IntakeChannel", "1.0.0");

        assertThat(plugins.upload("", other).expect(409).text()).contains("set-by-file", "plugins.json");
        plugins.upload("?dryRun=true", other).expect(200);
        administrator.delete(Plugins.path("own", "")).expect(409);
        administrator.post(Plugins.path("own", "/stop"), "").expect(409);
        administrator.post(Plugins.path("own", "/rollback"), "").expect(409);
        administrator.post("/api/v1/plugins/snapshots/1/restore", "").expect(409);
        administrator.post("/api/v1/plugins/distribution/notify/install", "").expect(409);
        administrator.post("/api/v1/plugins/available/own/install", "").expect(409);
        administrator
                .with("If-Match", "*")
                .put(Plugins.path("intake-monitoring", "/settings"), Map.of("values", Map.of()))
                .expect(409);
        put("plugins/dropped.jar", other);
        Patience.until(
                "the file of the folder is named",
                () -> plugins.list().at("/refused/dropped.jar").asText().contains("plugins.json"));
        Files.delete(data.resolve("plugins/dropped.jar"));
        assertThat(plugins.states()).containsExactly("intake-monitoring active", "own active");
    }

    @Test
    void aFileThatIsWrongChangesNothingAndIsNamed() throws IOException {
        put("plugins.json", "{\"plugins\": [{\"id\": \"own\", \"colour\": 1}, 7]}".getBytes());
        untilRefused("plugins[0].colour is not known here");
        assertThat(plugins.running("own")).isEqualTo("1.0.0");
        assertThat(server.http().get("/health/ready").expect(200).text()).contains("plugins.json is not carried out");
        assertThat(server.log()).contains("plugins[0].colour is not known here");
        plugins.upload("", Plugins.archive("other", "IntakeChannel", "1.0.0")).expect(409);
        put("plugins.json", "no JSON".getBytes());
        untilRefused("cannot be read as JSON");

        say(MONITORING.replace("{\"file\": \"secrets/monitoring\"}", "\"in clear\""), own("2.0.0"));
        untilRefused("own: there is no file archives/own-2.0.0.jar");
        archive("own", "2.0.0");
        untilRefused("its setting secret is a secret");
        say(MONITORING.replace("requester", "requesters"), own("2.0.0"));
        untilRefused("its setting requesters is not a setting of this plugin");
        assertThat(plugins.running("own")).isEqualTo("1.0.0");
        say(MONITORING, own("2.0.0"));
        Patience.until("what is right is carried out", () -> stands("own 2.0.0"));
        assertThat(server.http().get("/health/ready").expect(200).text()).doesNotContain("plugins.json");
    }

    @Test
    void ifOneDoesNotComeUpNoneOfAllIsChanged() throws IOException {
        archive("own", "3.0.0");
        put("archives/lamp.jar", CompiledPlugin.archive("lamp", "IntakeChannel", "io.switchboard.api.plugin", BROKEN));

        say(
                MONITORING.replace("alerts@", "other@"),
                own("3.0.0"),
                "{\"id\": \"lamp\", \"source\": {\"file\": \"archives/lamp.jar\"}}");

        untilRefused("the lamp is out");
        Patience.until(
                "what ran before runs again", () -> plugins.running("own").equals("1.0.0"));
        assertThat(plugins.states()).containsExactly("intake-monitoring active", "own active");
        assertThat(settings().at("/values/requester").asText()).isEqualTo("alerts@example.org");
    }

    @Test
    void aKillInTheMiddleLeavesADeskThatMovesOnToWhatTheFileSays() throws IOException {
        archive("own", "4.0.0");
        say(own("4.0.0"));
        server.kill9();
        server.startAgain();

        plugins = new Plugins(server.administrator());
        Patience.until("it is carried out after all", () -> stands("own 4.0.0"));
        assertThat(plugins.states()).containsExactly("own active");
    }

    @Test
    void withoutTheFilePluginsAreChangedAsEver() throws IOException {
        Files.delete(data.resolve("plugins.json"));

        Patience.until("nothing rules any more", () -> desired().isNull());
        plugins.upload("", Plugins.archive("by-hand", "IntakeChannel", "1.0.0")).expect(201);
        assertThat(plugins.states()).contains("by-hand active", "own active");
        say(MONITORING, own("1.0.0"));
        Patience.until(
                "what the file does not name is gone",
                () -> plugins.states().stream().noneMatch(state -> state.startsWith("by-hand")));
    }
}
