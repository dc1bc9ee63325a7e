package io.switchboard.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is done to a plugin on one node happens on the other too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsOnTwoNodesIT {

    private TwoNodes nodes;
    private Http first;
    private Http second;
    private Plugins onFirst;
    private Plugins onSecond;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        nodes = TwoNodes.in(folder);
        first = nodes.callers().get(0);
        second = nodes.callers().get(1);
        onFirst = new Plugins(first);
        onSecond = new Plugins(second);
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void itIsInstalledUpgradedRolledBackStoppedStartedAndRemovedThereTooAndNoRequestFails() throws Exception {
        List<String> failed = new CopyOnWriteArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread load = new Thread(() -> {
            while (!done.get()) {
                Response response = second.get("/api/v1/tickets");
                if (response.status() != 200) {
                    failed.add(response.toString());
                }
            }
        });
        load.start();

        onFirst.upload("", Plugins.archive("traveller", "IntakeChannel", "1.0.0"))
                .expect(201);
        Patience.until("installing", () -> onSecond.running("traveller").equals("1.0.0"));
        onFirst.upload("", Plugins.archive("traveller", "IntakeChannel", "2.0.0"))
                .expect(201);
        Patience.until("upgrading", () -> onSecond.running("traveller").equals("2.0.0"));
        onSecond.caller().post(Plugins.path("traveller", "/rollback"), "").expect(200);
        Patience.until("rolling back", () -> onFirst.running("traveller").equals("1.0.0"));
        String upgraded = first.get("/api/v1/plugins/snapshots")
                .expect(200)
                .json()
                .at("/items/1/number")
                .asText();
        first.post("/api/v1/plugins/snapshots/" + upgraded + "/restore", "").expect(200);
        Patience.until("going back", () -> onSecond.running("traveller").equals("2.0.0"));
        onSecond.caller().post(Plugins.path("traveller", "/stop"), "").expect(200);
        Patience.until("stopping", () -> onFirst.running("traveller").isEmpty());
        onFirst.caller().post(Plugins.path("traveller", "/start"), "").expect(200);
        Patience.until("starting", () -> onSecond.running("traveller").equals("2.0.0"));
        onSecond.caller().delete(Plugins.path("traveller", "")).expect(204);
        Patience.until("removing", () -> onFirst.running("traveller").isEmpty());

        done.set(true);
        load.join();
        assertThat(failed).isEmpty();
    }

    @Test
    void aSettingHoldsThereToo() {
        String secret = "what both nodes must know";
        first.with("If-Match", "*")
                .put(Plugins.path("intake-monitoring", "/settings"), Map.of("values", Map.of("secret", secret)))
                .expect(200);
        String pair = Base64.getEncoder().encodeToString(("alertmanager:" + secret).getBytes(StandardCharsets.UTF_8));
        Http alertmanager = nodes.second().http().with("Authorization", "Basic " + pair);
        Map<String, Object> alerts = Map.of(
                "groupKey", "nodes",
                "commonLabels", Map.of("alertname", "NodeIsSlow"),
                "alerts", List.of(Map.of("status", "firing", "fingerprint", "a", "startsAt", "2026-03-01T08:00:00Z")));

        Patience.until(
                "being configured",
                () -> alertmanager
                                .post("/api/v1/x/intake-monitoring/alertmanager", alerts)
                                .status()
                        == 204);
    }

    @Test
    void whatOneNodesFolderBroughtIsNotRemovedByTheOtherButWhenItIsTakenOut() throws IOException {
        Path file = nodes.first().data().resolve("plugins/dropped.jar");
        Files.write(file, Plugins.archive("dropped-in", "IntakeChannel", "1.0.0"));
        Patience.until("installing", () -> onSecond.running("dropped-in").equals("1.0.0"));

        nodes.second().stop();
        nodes.second().startAgain();
        assertThat(onSecond.running("dropped-in")).isEqualTo("1.0.0");
        // The second node has looked at its own folder many times when this third one has come from there.
        Files.write(
                nodes.second().data().resolve("plugins/later.jar"),
                Plugins.archive("came-later", "IntakeChannel", "1.0.0"));
        Patience.until("installing", () -> onFirst.running("came-later").equals("1.0.0"));
        assertThat(onFirst.running("dropped-in")).isEqualTo("1.0.0");

        Files.delete(file);
        Patience.until("removing", () -> onSecond.running("dropped-in").isEmpty());
        assertThat(onSecond.states()).contains("came-later active").noneMatch(state -> state.startsWith("dropped-in"));
    }

    @Test
    void whenBothInstallAtOnceBothHaveBoth() throws Exception {
        Thread other = new Thread(() -> onSecond.upload("", Plugins.archive("from-second", "IntakeChannel", "1.0.0"))
                .expect(201));
        other.start();
        onFirst.upload("", Plugins.archive("from-first", "IntakeChannel", "1.0.0"))
                .expect(201);
        other.join();

        for (Plugins node : List.of(onFirst, onSecond)) {
            Patience.until("both", () -> node.states().containsAll(List.of("from-first active", "from-second active")));
        }
    }
}
