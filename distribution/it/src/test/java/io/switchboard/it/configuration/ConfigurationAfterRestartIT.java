package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static io.switchboard.it.configuration.Staff.made;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at templates, macros, views and preferences before and after the server was stopped. */
class ConfigurationAfterRestartIT {

    @Test
    void allOutliveTheServerAndStillWork(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http before = server.administrator();
            String template = "/templates/"
                    + made(
                            before,
                            "/templates",
                            Map.of("name", "T", "body", "No. {{ticket.number}}", "language", "en"));
            String macro = "/macros/"
                    + made(
                            before,
                            "/macros",
                            Map.of(
                                    "name",
                                    "M",
                                    "steps",
                                    List.of(
                                            Map.of("reply", Map.of("template", template.substring(11))),
                                            Map.of("set", Map.of("fields", Map.of("floor", 3, "old", true))))));
            String view = "/views/"
                    + made(before, "/views", Map.of("name", "V", "conditions", Map.of("view", "open", "tag", "x")));
            before.with("If-Match", "*")
                    .patch(API + "/preferences", Map.of("theme", "dark", "ui", Map.of("ui.a", "b")))
                    .expect(200);
            List<String> paths = List.of(template, macro, view, "/preferences");
            List<JsonNode> seen = paths.stream()
                    .map(path -> before.get(API + path).expect(200).json())
                    .toList();

            server.stop();
            server.startAgain();

            Http after = server.administrator();
            assertThat(paths.stream()
                            .map(path -> after.get(API + path).expect(200).json())
                            .toList())
                    .isEqualTo(seen);
            Tickets tickets = new Tickets(after);
            JsonNode ticket = tickets.open(Tickets.wanted("Printer"));
            String id = ticket.path("id").asText();
            JsonNode applied = tickets.changing(id)
                    .post(API + macro + "/apply", Map.of("ticket", id))
                    .expect(200)
                    .json();
            assertThat(applied.at("/ticket/fields/floor").asInt()).isEqualTo(3);
            assertThat(tickets.bodies(id))
                    .contains("No. " + ticket.path("number").asText());
        }
    }
}
