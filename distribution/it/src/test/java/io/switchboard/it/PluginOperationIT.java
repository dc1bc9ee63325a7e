package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How a plugin does is seen in one place: its calls, what waits for it, and what the log says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginOperationIT {

    private static final String THROWS = "throws-everywhere";
    private static final String TALKS = """
            package broken;
            import org.osgi.framework.*;
            import org.slf4j.LoggerFactory;
            public final class Activator implements BundleActivator {
                public void start(BundleContext context) {
                    LoggerFactory.getLogger(Activator.class).warn("the lamp is lit");
                }
                public void stop(BundleContext context) {}
            }
            """;

    private RunningServer server;
    private Http administrator;
    private Plugins plugins;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        plugins = new Plugins(administrator);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatFailsIsSeenWithItsCallsItsBacklogAndItsLinesInTheLog() throws IOException {
        plugins.upload("", Files.readAllBytes(Distribution.brokenPlugin("throws")))
                .expect(201);
        administrator.post("/api/v1/tickets", Tickets.wanted("Whatever it is")).expect(201);

        Patience.until(
                "its calls fail",
                () -> calls("SpecialHandling").at("/calls/failures/threw").asInt() > 0);

        JsonNode calls = calls("SpecialHandling").path("calls");
        assertThat(calls.path("total").asInt()).isPositive();
        assertThat(calls.at("/latency/longest").asDouble()).isPositive();
        assertThat(calls.at("/lastFailures/0/message").asText()).contains("broken on purpose");
        assertThat(lines(THROWS))
                .anyMatch(line -> line.startsWith("warn ")
                        && line.contains("Plugin " + THROWS + " failed at SpecialHandling: threw"));
        assertThat(Json.list(operation(THROWS).path("subscriptions")))
                .isNotEmpty()
                .allSatisfy(subscription -> {
                    assertThat(subscription.path("id").asText()).startsWith(THROWS);
                    assertThat(subscription.path("parkedRows").isArray()).isTrue();
                });
    }

    @Test
    void whatAPluginWritesItselfIsAmongItsLinesAndNobodyElses() {
        plugins.upload("", CompiledPlugin.archive("talkative", "IntakeChannel", "org.slf4j", TALKS))
                .expect(201);

        assertThat(lines("talkative")).contains("warn the lamp is lit");
        assertThat(lines("search-lucene")).noneMatch(line -> line.contains("lamp"));
        assertThat(server.log()).contains("the lamp is lit");
    }

    @Test
    void whatWaitsForAReactionIsToldByTheSameFiguresAsInTheListOfReactions() {
        Patience.until(
                "it has joined",
                () -> !operation("search-lucene").path("subscriptions").isEmpty());

        JsonNode subscription = operation("search-lucene").at("/subscriptions/0");

        assertThat(administrator.get("/api/v1/reactions").expect(200).text())
                .contains(subscription.path("id").asText());
        assertThat(subscription.path("state").asText()).isIn("joining", "active");
        assertThat(subscription.path("parked").asInt()).isZero();
        administrator.get(Plugins.path("never-there", "/operation")).expect(404);
        server.http().get(Plugins.path("search-lucene", "/operation")).expect(401);
    }

    private JsonNode operation(String plugin) {
        return administrator.get(Plugins.path(plugin, "/operation")).expect(200).json();
    }

    private JsonNode calls(String socket) {
        return Json.list(operation(THROWS).path("calls")).stream()
                .filter(calls -> calls.path("socket").asText().equals(socket))
                .findFirst()
                .orElseGet(() -> Json.read("{}"));
    }

    private List<String> lines(String plugin) {
        return Json.list(operation(plugin).path("log")).stream()
                .map(line ->
                        line.path("level").asText() + " " + line.path("message").asText())
                .toList();
    }
}
