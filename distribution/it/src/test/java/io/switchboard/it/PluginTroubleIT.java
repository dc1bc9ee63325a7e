package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A version that does not come up healthy takes nothing away, and a plugin that ends the server does so once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginTroubleIT {

    private static final String ACTIVATOR = """
            package broken;
            import io.switchboard.api.plugin.PluginHealth;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator {
                public void start(BundleContext context) {
                    %s
                }
                public void stop(BundleContext context) {}
            }
            """;
    private static final String RED = """
            PluginHealth health = () -> new PluginHealth.State(PluginHealth.Grade.RED, "the lamp is out");
            context.registerService(PluginHealth.class, health, null);
            """;
    private static final String TABLE =
            "create table if not exists ${prefix}note (id uuid not null primary key, body varchar(200));\n";

    /** By reflection, since the desk sees to it that a plain call of it only throws. */
    private static final String HALTS = """
            if (java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
                try {
                    Runtime.class.getMethod("halt", int.class).invoke(Runtime.getRuntime(), 3);
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
            """;

    private ServerSetup setup;
    private RunningServer server;
    private Plugins plugins;

    @BeforeAll
    void start(@TempDir Path folder) {
        setup = ServerSetup.in(folder);
        server = setup.start();
        plugins = new Plugins(server.administrator());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static byte[] plugin(String id, String version, String start, Map<String, String> entries) {
        return CompiledPlugin.archive(
                id, version, "IntakeChannel", "io.switchboard.api.plugin", ACTIVATOR.formatted(start), entries);
    }

    private String refused(byte[] archive) {
        Response response = plugins.upload("", archive).expect(422);
        assertThat(response.json().path("type").asText()).endsWith("plugin-refused");
        return response.text();
    }

    @Test
    void aPluginThatNeedsWhatNobodyGivesIsRefusedAndTheReasonNamed() throws IOException {
        String refusal = refused(Files.readAllBytes(Distribution.brokenPlugin("misses-a-package")));

        assertThat(refusal).contains("com.example.nowhere");
        assertThat(plugins.states()).noneMatch(state -> state.contains("misses-a-package"));
    }

    @Test
    void aVersionThatSaysThatItCannotWorkGivesWayToTheOneBeforeWithItsSettings() {
        String secret = "it is a secret of some length";
        plugins.set("intake-monitoring", Map.of("secret", secret));
        String before = plugins.running("intake-monitoring");

        assertThat(refused(plugin("intake-monitoring", "99.0.0", RED, Map.of())))
                .contains("the lamp is out");

        assertThat(plugins.running("intake-monitoring")).isEqualTo(before);
        Http alertmanager = server.http().withToken(secret);
        Patience.until(
                "the settings hold",
                () -> alertmanager
                                .post("/api/v1/x/intake-monitoring/alertmanager", Map.of())
                                .status()
                        == 400);
    }

    @Test
    void migrationsThatTheVersionBeforeCouldNotLiveWithAreRefusedAndThoseThatFailAreUndone() {
        plugins.upload("", plugin("keeper", "1.0.0", "", Map.of("migrations/0001_note.sql", TABLE)))
                .expect(201);

        String removes = "delete from ${prefix}note;\n";
        byte[] removing = plugin(
                "keeper", "2.0.0", "", Map.of("migrations/0001_note.sql", TABLE, "migrations/0002_tidy.sql", removes));
        assertThat(plugins.upload("?dryRun=true", removing).expect(200).text())
                .contains("\"possible\":false", "step 2.001 of 0002_tidy.sql");
        assertThat(refused(removing)).contains("step 2.001 of 0002_tidy.sql changes or removes rows");

        String fails = "alter table ${prefix}missing add column if not exists more varchar(10);\n";
        assertThat(refused(plugin(
                        "keeper",
                        "2.0.0",
                        "",
                        Map.of("migrations/0001_note.sql", TABLE, "migrations/0002_more.sql", fails))))
                .contains("its tables cannot be brought up to date");

        assertThat(plugins.running("keeper")).isEqualTo("1.0.0");
        String adds = "alter table ${prefix}note add column if not exists more varchar(10);\n";
        plugins.upload(
                        "",
                        plugin(
                                "keeper",
                                "2.0.0",
                                "",
                                Map.of("migrations/0001_note.sql", TABLE, "migrations/0002_more.sql", adds)))
                .expect(201);
        plugins.caller().post(Plugins.path("keeper", "/rollback"), "").expect(200);
        assertThat(plugins.running("keeper")).isEqualTo("1.0.0");
    }

    @Test
    void aPluginThatEndsTheServerWhenItStartsIsLeftOutNextTimeAndSafeModeStartsWithoutAny() throws IOException {
        Path sign = server.data().resolve("halt");
        plugins.upload("", plugin("halts", "1.0.0", HALTS.formatted(sign), Map.of()))
                .expect(201);
        server.stop();
        Files.createFile(sign);
        setup.startAndKill(() -> false);

        startAgain();
        assertThat(plugins.states()).contains("halts failed", "intake-monitoring active");
        assertThat(plugins.caller().get(Plugins.path("halts", "")).expect(200).text())
                .contains("the server ended while it was being started");

        server.stop();
        withoutPlugins();
        startAgain();
        assertThat(plugins.states()).contains("intake-monitoring active", "halts failed", "prepared active");
        Files.delete(sign);
        plugins.caller().post(Plugins.path("halts", "/start"), "").expect(200);
        assertThat(plugins.states()).contains("halts active");
    }

    private void startAgain() {
        server.startAgain();
        plugins = new Plugins(server.administrator());
    }

    private void withoutPlugins() {
        try (RunningServer safe = setup.with("--safe-mode").start()) {
            Http administrator = safe.administrator();
            assertThat(safe.http().get("/health/ready").expect(200).text()).contains("safe mode");
            assertThat(new Plugins(administrator).states()).isNotEmpty().noneMatch(state -> state.endsWith(" active"));
            String ticket = new Tickets(administrator).open("Opened in safe mode");
            assertThat(administrator
                            .get(Tickets.path(ticket, ""))
                            .expect(200)
                            .json()
                            .path("triage")
                            .asText())
                    .isEqualTo("pending");
            new Plugins(administrator)
                    .upload("", Plugins.archive("prepared", "IntakeChannel", "1.0.0"))
                    .expect(201);
        }
    }
}
