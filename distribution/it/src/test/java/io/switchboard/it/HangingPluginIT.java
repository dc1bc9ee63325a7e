package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that hangs in every method of every socket takes nothing from the desk but its own answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HangingPluginIT {

    private static final String PLUGIN = "hangs-everywhere";
    private static final int TICKETS = 25;

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
    void openingReplyingAndListingGoOnAndThePluginIsNamed() throws IOException {
        Tickets tickets = new Tickets(administrator);
        String before = tickets.open("Opened before");
        long statements = statementsOfReading(before);
        new Plugins(administrator)
                .upload("", Files.readAllBytes(Distribution.brokenPlugin("hangs")))
                .expect(201);

        List<String> opened = new ArrayList<>();
        for (int number = 0; number < TICKETS; number++) {
            String id = administrator
                    .post("/api/v1/tickets", Tickets.wanted("Opened beside it " + number))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            tickets.say(id, "reply", "We are on it").expect(201);
            administrator.get("/api/v1/tickets").expect(200);
            opened.add(id);
        }

        Patience.until(
                "the history names it",
                () -> opened.stream()
                        .allMatch(id -> tickets.history(id).toString().contains(PLUGIN)));
        assertThat(statementsOfReading(before)).isEqualTo(statements);
        Patience.until("the health names it", () -> !"green".equalsIgnoreCase(health()));
        assertThat(server.log()).contains(PLUGIN);
        assertThat(advisorsCalls()).isNotEmpty().allSatisfy(calls -> {
            assertThat(calls.path("breaker").asText()).isNotEqualTo("closed");
            // What the breaker rejects does not reach the plugin.
            int asked = calls.path("total").asInt()
                    - calls.path("failures").path("rejected").asInt();
            assertThat(asked).isBetween(1, 20);
        });
    }

    /** The fewest of many tries, since the desk does its housekeeping beside it. */
    private long statementsOfReading(String ticket) {
        return LongStream.range(0, 20)
                .map(time -> {
                    long start = statements();
                    administrator.get("/api/v1/tickets").expect(200);
                    administrator.get(Tickets.path(ticket, "")).expect(200);
                    return statements() - start;
                })
                .min()
                .orElseThrow();
    }

    private long statements() {
        return server.http()
                .get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("switchboard_store_statements_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String health() {
        return administrator
                .get(Plugins.path(PLUGIN, "/health"))
                .expect(200)
                .json()
                .path("grade")
                .asText();
    }

    /** How the calls of triage went that it was asked in. */
    private List<JsonNode> advisorsCalls() {
        return Tickets.items(administrator.get("/api/v1/extension-points")).stream()
                .filter(point -> List.of("Classifier", "AssignmentRule", "SpecialHandling")
                        .contains(point.path("socket").asText()))
                .flatMap(point -> Json.list(point.path("services")).stream())
                .filter(service -> PLUGIN.equals(service.path("plugin").asText()))
                .map(service -> service.path("calls"))
                .filter(JsonNode::isObject)
                .toList();
    }
}
