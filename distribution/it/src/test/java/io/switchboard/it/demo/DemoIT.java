package io.switchboard.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Database;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks around in the demo as somebody who tries the desk for the first time. */
class DemoIT {

    private static final String PASSWORD = "switchboard-demo";
    private static final String LEAD = "mara.lindt@nordwind.example";
    private static final List<String> STATUSES = List.of(
            "new",
            "assigned",
            "in_progress",
            "waiting_for_customer",
            "waiting_for_third_party",
            "resolved",
            "closed",
            "reopened",
            "archived");

    @Test
    void theDemoHoldsTicketsOfEveryKindWithRealHistories(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--demo").start()) {
            Http lead = server.http().signIn(LEAD, PASSWORD);
            Tickets desk = new Tickets(lead);
            List<JsonNode> all = list(lead, "all");
            List<JsonNode> discarded = list(lead, "discarded");

            assertThat(all).hasSizeBetween(115, 140);
            assertThat(values(all, "status")).containsKeys(STATUSES.toArray(String[]::new));
            assertThat(values(all, "priority")).containsOnlyKeys("P1", "P2", "P3", "P4");
            assertThat(values(all, "type"))
                    .containsOnlyKeys("incident", "service_request", "change_request", "problem", "question", "other");
            assertThat(values(all, "channel")).containsOnlyKeys("portal", "phone", "chat", "api", "monitoring");
            assertThat(values(discarded, "disposition")).containsOnlyKeys("spam", "trash", "merged");
            assertThat(all).anyMatch(ticket -> !ticket.path("postponedUntil").isNull());
            assertThat(all).noneMatch(ticket -> ticket.path("triage").asText().equals("pending"));
            theOutageReadsLikeARealOne(desk, all);
            nothingHappensInTheFuture(lead, desk, all);
            String assigned = all.stream()
                    .filter(ticket -> ticket.path("status").asText().equals("assigned"))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            theToolsOfEverydayWorkAreThere(server, assigned);
            assertThat(server.http().get("/api/v1").json().path("demo").asBoolean())
                    .isTrue();

            server.stop();
            assertThat(server.command("verify-history").exitCode()).isZero();
            server.startAgain();
            assertThat(list(server.http().signIn(LEAD, PASSWORD), "all")).hasSameSizeAs(all);
        }
    }

    private static void theOutageReadsLikeARealOne(Tickets desk, List<JsonNode> all) {
        String outage = named(all, "Online banking is down for all clients");
        List<JsonNode> thread = desk.thread(outage);

        assertThat(thread).hasSizeGreaterThan(9);
        assertThat(thread.stream().map(message -> message.path("kind").asText()))
                .contains("customer", "reply", "note");
        assertThat(desk.get(outage).json().path("resolution").path("rootCause").asText())
                .contains("Firmware update");
        assertThat(desk.history(outage))
                .anyMatch(event -> event.path("type").asText().equals("ticket.assigned"));
        assertThat(named(all, "CFO's forecast spreadsheet is corrupted")).isNotEmpty();
        assertThat(named(all, "Accounting cannot open Adobe files")).isNotEmpty();
    }

    private static void theToolsOfEverydayWorkAreThere(RunningServer server, String assigned) {
        Http aylin = server.http().signIn("aylin.demir@nordwind.example", PASSWORD);
        String seen = list(aylin, "all").get(0).path("id").asText();
        List<JsonNode> templates = Tickets.items(aylin.get("/api/v1/templates?limit=200"));
        assertThat(values(templates, "reach")).containsOnlyKeys("everybody", "team", "own");
        assertThat(values(templates, "language")).containsKeys("en", "de");
        for (JsonNode template : templates) {
            String filled = aylin.post(
                            "/api/v1/templates/" + template.path("id").asText() + "/render", Map.of("ticket", seen))
                    .expect(200)
                    .json()
                    .path("body")
                    .asText();
            assertThat(filled).contains("Aylin Demir").doesNotContain("{{");
        }
        List<JsonNode> views = Tickets.items(aylin.get("/api/v1/views?limit=200&counts=true"));
        assertThat(views).extracting(view -> view.path("name").asText()).contains("Service Desk: open", "P1 and open");
        assertThat(views).noneMatch(view -> view.path("name").asText().startsWith("Grace"));
        Http administrator = server.http().signIn("robin.falk@nordwind.example", PASSWORD);
        List<JsonNode> macros = Tickets.items(administrator.get("/api/v1/macros?limit=200"));
        assertThat(macros).hasSizeGreaterThan(4);
        for (JsonNode macro : macros) {
            assertThat(administrator
                            .post(
                                    "/api/v1/macros/" + macro.path("id").asText() + "/apply?dryRun=true",
                                    Map.of("ticket", assigned))
                            .status())
                    .as(macro.path("name").asText())
                    .isEqualTo(200);
        }
    }

    private static void nothingHappensInTheFuture(Http lead, Tickets desk, List<JsonNode> all) {
        Instant now = Instant.now().plusSeconds(2);
        for (JsonNode ticket : all) {
            assertThat(Instant.parse(ticket.path("createdAt").asText())).isBetween(now.minus(Duration.ofDays(63)), now);
            assertThat(Instant.parse(ticket.path("updatedAt").asText())).isBefore(now);
        }
        for (JsonNode ticket : all.subList(0, 20)) {
            for (JsonNode event : desk.history(ticket.path("id").asText())) {
                assertThat(Instant.parse(event.path("at").asText())).isBefore(now);
            }
        }
    }

    @Test
    void aDemoThatWasKilledIsCompletedAtTheNextStart(@TempDir Path folder) throws Exception {
        ServerSetup setup = ServerSetup.in(folder).on(Database.embedded());
        killWhileItFills(setup.data());

        try (RunningServer server = setup.start()) {
            Http lead = server.http().signIn(LEAD, PASSWORD);
            List<JsonNode> all = list(lead, "all");
            assertThat(all).hasSizeBetween(115, 140);
            assertThat(values(all, "status")).containsKeys(STATUSES.toArray(String[]::new));
            server.stop();
            assertThat(server.command("verify-history").exitCode()).isZero();
        }
    }

    /** Starts the server as a person would and ends it as soon as the log tells of the filling. */
    private static void killWhileItFills(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path output = data.resolveSibling("killed.output");
        Process process = new ProcessBuilder(
                        Distribution.command().toString(), "--demo", "--port", "0", "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Path log = data.resolve("logs/switchboard.log");
        Instant limit = Instant.now().plus(Duration.ofMinutes(5));
        while (!(Files.exists(log) && Files.readString(log).contains("The demo is filled from scene 0"))) {
            assertThat(process.isAlive() && Instant.now().isBefore(limit))
                    .as(Files.readString(output, StandardCharsets.UTF_8))
                    .isTrue();
            Thread.sleep(50);
        }
        Thread.sleep(3_000);
        process.destroyForcibly().waitFor();
        assertThat(Files.readString(output)).doesNotContain("Switchboard is ready");
    }

    @Test
    void aDeskThatHasTicketsIsNotFilled(@TempDir Path folder) {
        ServerSetup setup = ServerSetup.in(folder).on(Database.embedded());
        try (RunningServer server = setup.start()) {
            new Tickets(server.administrator()).walk("A real one", List.of());
        }

        CommandRun run =
                CommandRun.of("--demo", "--port", "0", "--data", setup.data().toString());

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("has tickets already").contains("--data");
    }

    @Test
    void theKnownPasswordStaysOnThisMachine(@TempDir Path folder) {
        CommandRun run = CommandRun.of(
                "--demo",
                "--bind",
                "0.0.0.0",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("SWITCHBOARD_DEMO_PASSWORD");
    }

    private static List<JsonNode> list(Http caller, String view) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode page = caller.get("/api/v1/tickets?limit=200&sort=created&view=" + view)
                .json();
        found.addAll(Json.list(page.path("items")));
        assertThat(page.path("next").isNull()).isTrue();
        return found;
    }

    private static String named(List<JsonNode> tickets, String subject) {
        Predicate<JsonNode> isIt = ticket -> ticket.path("subject").asText().equals(subject);
        return tickets.stream()
                .filter(isIt)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static Map<String, Long> values(List<JsonNode> tickets, String field) {
        return tickets.stream()
                .collect(Collectors.groupingBy(ticket -> ticket.path(field).asText(), Collectors.counting()));
    }
}
