package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CommandRun;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that fails whenever it is asked is asked no more, until somebody lets it out. */
class QuarantineIT {

    private static final String THROWS = "throws-everywhere";

    @TempDir
    Path folder;

    private RunningServer server;
    private Http administrator;

    private void start(ServerSetup setup) {
        server = setup.start();
        administrator = server.administrator();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void specialHandlingThatThrowsIsHeldNamedAndHoldsTicketsBackUntilItIsLetOutAndTakenAway() throws IOException {
        start(ServerSetup.in(folder).withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.quarantine.openings=2"));
        install("throws");
        String first = open("It waits for special handling");
        Patience.until("it is put into quarantine", () -> isHeld(THROWS));

        JsonNode quarantine = plugin(THROWS).path("quarantine");
        assertThat(quarantine.path("reason").asText()).contains("It failed at ", "whenever it was tried again");
        JsonNode health =
                administrator.get(Plugins.path(THROWS, "/health")).expect(200).json();
        assertThat(health.path("grade").asText()).isEqualTo("red");
        assertThat(health.path("messages").toString()).contains("It is in quarantine since");
        assertThat(health.path("matters").findValuesAsText("code")).contains("quarantined");
        assertThat(quarantine.path("matter").path("code").asText()).isEqualTo("failed");
        assertThat(audit("plugin.quarantined")).contains("plugin:" + THROWS, "plugin-quarantine");
        assertThat(triage(first)).isEqualTo("pending");

        server.kill9();
        server.startAgain();
        administrator = server.administrator();
        assertThat(isHeld(THROWS)).isTrue();
        assertThat(plugin(THROWS).path("state").asText()).isEqualTo("active");
        String second = open("It waits, too");
        Patience.until("triage wanted to ask it", () -> calls("rejected") > 0);
        assertThat(calls("threw")).isZero();
        assertThat(triage(first)).isEqualTo("pending");
        assertThat(triage(second)).isEqualTo("pending");

        server.http().post(Plugins.path(THROWS, "/quarantine/lift"), "").expect(401);
        CommandRun lifted = CommandRun.of(
                "plugin", "lift", THROWS, "--yes", "--data", server.data().toString());
        assertThat(lifted.exitCode()).as(lifted.output()).isZero();
        assertThat(isHeld(THROWS)).isFalse();
        assertThat(audit("plugin.quarantine_lifted")).contains("plugin:" + THROWS, "command-line");
        Patience.until("it is asked again", () -> calls("threw") > 0);

        administrator.delete(Plugins.path(THROWS, "")).expect(204);
        Patience.until("the tickets are triaged without it", () -> isDone(first) && isDone(second));
    }

    private void install(String way) throws IOException {
        new Plugins(administrator)
                .upload("", Files.readAllBytes(Distribution.brokenPlugin(way)))
                .expect(201);
    }

    private String open(String subject) {
        return administrator
                .post("/api/v1/tickets", Tickets.wanted(subject))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode plugin(String id) {
        return administrator.get(Plugins.path(id, "")).expect(200).json();
    }

    private boolean isHeld(String id) {
        return plugin(id).path("quarantine").isObject();
    }

    private String triage(String ticket) {
        return administrator
                .get(Tickets.path(ticket, ""))
                .expect(200)
                .json()
                .path("triage")
                .asText();
    }

    private boolean isDone(String ticket) {
        return !triage(ticket).equals("pending");
    }

    private String audit(String kind) {
        return administrator.get("/api/v1/audit?kind=" + kind).expect(200).text();
    }

    /** How many calls at special handling failed in a way since the server started. */
    private long calls(String kind) {
        return Tickets.items(administrator.get("/api/v1/extension-points")).stream()
                .filter(point -> point.path("socket").asText().equals("SpecialHandling"))
                .flatMap(point -> Json.list(point.path("services")).stream())
                .filter(service -> service.path("plugin").asText().equals(THROWS))
                .mapToLong(service -> service.at("/calls/failures/" + kind).asLong())
                .sum();
    }
}
