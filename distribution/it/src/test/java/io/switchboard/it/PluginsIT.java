package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come and go while the server runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsIT {

    private RunningServer server;
    private Http administrator;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatIsPutIntoTheFolderRunsUntilItIsTakenOutAndNoRequestFails() throws IOException {
        List<String> failed = new CopyOnWriteArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Http client = server.administrator();
        Thread load = new Thread(() -> {
            while (!done.get()) {
                Response response = client.get("/api/v1/tickets");
                if (response.status() != 200) {
                    failed.add(response.toString());
                }
            }
        });
        load.start();

        Path file = server.data().resolve("plugins/dropped.jar");
        Files.write(file, Plugins.archive("dropped-in", "IntakeChannel", "1.0.0"));
        await(() -> states().contains("dropped-in active"));
        Files.delete(file);
        await(() -> states().stream().noneMatch(state -> state.startsWith("dropped-in")));

        done.set(true);
        join(load);
        assertThat(failed).isEmpty();
    }

    @Test
    void aBrokenFileInTheFolderIsNamedWithItsReason() throws IOException {
        Path file = server.data().resolve("plugins/broken.jar");
        Files.writeString(file, "no archive");

        await(() -> refused().path("broken.jar").asText().contains("is not a ZIP file"));

        Files.delete(file);
        await(() -> refused().path("broken.jar").isMissingNode());
    }

    @Test
    void aPlanChangesNothingAndAnInstalledPluginSurvivesARestart() throws IOException {
        byte[] archive = Plugins.archive("uploaded", "IntakeChannel", "1.0.0");

        JsonNode plan = upload("?dryRun=true", archive).expect(200).json();
        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(plan.at("/signature/signed").asBoolean(true)).isFalse();
        assertThat(states()).doesNotContain("uploaded active");

        upload("", archive).expect(201);
        server.kill9();
        server.startAgain();
        administrator = server.administrator();
        assertThat(states()).contains("uploaded active");

        administrator.delete("/api/v1/plugins/uploaded").expect(204);
        assertThat(states()).doesNotContain("uploaded active");
    }

    @Test
    void whatComesWithTheDistributionIsListedLookedAtAndInstalled() {
        String available = "/api/v1/plugins/distribution";
        JsonNode found =
                administrator.get(available + "?q=NOTICES").expect(200).json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id").asText()).isEqualTo("notify");
        assertThat(found.at("/0/installedVersion").isNull()).isTrue();

        JsonNode plan = administrator
                .post(available + "/notify/install?dryRun=true", "")
                .expect(200)
                .json();
        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(states()).doesNotContain("notify active");
        administrator.post(available + "/notify/install", "").expect(201);
        assertThat(states()).contains("notify active");
        assertThat(administrator.get(available).expect(200).text()).doesNotContain("\"notify\"", "\"intake-chat\"");

        administrator.delete("/api/v1/plugins/intake-chat").expect(204);
        assertThat(administrator.get(available).expect(200).text()).contains("\"intake-chat\"");
        JsonNode back = administrator
                .post(available + "/intake-chat/install", "")
                .expect(201)
                .json();
        assertThat(back.path("origin").asText()).isEqualTo("offered");
        administrator.post(available + "/nobody/install", "").expect(404);
        server.http().get(available).expect(401);
    }

    @Test
    void aListOfPluginsTellsHowEachFeels() {
        JsonNode health = new Plugins(administrator).list().path("health");

        assertThat(health.at("/handle-vip/grade").asText()).isEqualTo("green");
        assertThat(health.at("/handle-vip/messages").isArray()).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefusedWithAReason() throws IOException {
        Response response =
                upload("", Plugins.archive("no-fit", "Telepathy", "1.0.0")).expect(422);

        assertThat(response.json().path("type").asText()).endsWith("plugin-refused");
        assertThat(response.text()).contains("Telepathy");
    }

    @Test
    void whatComesUnderTheNameOfAnotherOrReachesForTheServerIsRefused() {
        assertThat(refusals(Plugins.archive("intake-phone", "IntakeChannel", "9.0.0")))
                .contains("nobody's, but the plugin intake-phone is of Switchboard");
        assertThat(refusals(Plugins.archive("handle-security", "IntakeChannel", "9.0.0")))
                .contains("is of Switchboard");
        assertThat(refusals(importing("org.osgi.framework.hooks.service"))).contains("asks for hooks of the framework");
        assertThat(refusals(exporting("org.slf4j"))).contains("exports the package org.slf4j");
        upload("", Plugins.archive("intake-phone", "IntakeChannel", "9.0.0")).expect(422);
        assertThat(new Plugins(administrator).running("intake-phone")).startsWith("0.");
    }

    private String refusals(byte[] archive) {
        JsonNode plan = upload("?dryRun=true", archive).expect(200).json();
        assertThat(plan.path("possible").asBoolean()).isFalse();
        return plan.path("refusals").toString();
    }

    private static byte[] importing(String name) {
        return Plugins.archive("reaches", "IntakeChannel", "1.0.0\r\nImport-Package: " + name);
    }

    private static byte[] exporting(String name) {
        return Plugins.archive("reaches", "IntakeChannel", "1.0.0\r\nExport-Package: " + name);
    }

    @Test
    void nobodyButAnAdministratorGetsThere() throws IOException {
        assertThat(server.http().get("/api/v1/plugins").status()).isEqualTo(401);
        Response upload = server.http()
                .send(
                        "POST",
                        "/api/v1/plugins",
                        BodyPublishers.ofByteArray(Plugins.archive("a-b", "Reaction", "1")),
                        Plugins.ARCHIVE);
        assertThat(upload.status()).isEqualTo(401);
    }

    @Test
    void alertsOfAMonitoringSystemBecomeOneTicket() {
        String secret = "it is a secret of some length";
        administrator
                .put("/api/v1/plugins/intake-monitoring/settings", Map.of("values", Map.of("secret", secret)))
                .expect(428);
        administrator
                .with("If-Match", "*")
                .put("/api/v1/plugins/intake-monitoring/settings", Map.of("values", Map.of("secret", secret)))
                .expect(200);
        JsonNode shown = administrator
                .get("/api/v1/plugins/intake-monitoring/settings")
                .expect(200)
                .json();
        assertThat(shown.path("secrets").toString()).contains("secret");
        assertThat(shown.toString()).doesNotContain(secret);

        String pair = Base64.getEncoder().encodeToString(("alertmanager:" + secret).getBytes(StandardCharsets.UTF_8));
        Http alertmanager = server.http().with("Authorization", "Basic " + pair);
        Map<String, Object> alerts = Map.of(
                "groupKey", "disks",
                "commonLabels", Map.of("alertname", "DiskFullSoon"),
                "alerts", List.of(Map.of("status", "firing", "fingerprint", "a", "startsAt", "2026-03-01T08:00:00Z")));
        await(() -> alertmanager
                        .post("/api/v1/x/intake-monitoring/alertmanager", alerts)
                        .status()
                == 204);
        alertmanager.post("/api/v1/x/intake-monitoring/alertmanager", alerts).expect(204);
        server.http()
                .withToken(secret)
                .post("/api/v1/x/intake-monitoring/alertmanager", alerts)
                .expect(204);
        assertThat(server.http()
                        .withToken("another secret of some length")
                        .post("/api/v1/x/intake-monitoring/alertmanager", alerts)
                        .status())
                .isEqualTo(401);
        assertThat(server.http().withToken(secret).get("/api/v1/tickets").status())
                .isEqualTo(401);

        assertThat(administrator.get("/api/v1/tickets").json().at("/items"))
                .filteredOn(ticket -> ticket.path("subject").asText().contains("DiskFullSoon"))
                .hasSize(1);
        assertThat(server.http()
                        .post("/api/v1/x/intake-monitoring/alertmanager", alerts)
                        .status())
                .isEqualTo(401);
    }

    private Response upload(String query, byte[] archive) {
        return new Plugins(administrator).upload(query, archive);
    }

    private JsonNode refused() {
        return new Plugins(administrator).list().path("refused");
    }

    private List<String> states() {
        return new Plugins(administrator).states();
    }

    private static void await(BooleanSupplier condition) {
        Patience.until("what " + PluginsIT.class.getSimpleName() + " waits for", condition);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
