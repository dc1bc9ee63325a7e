package io.switchboard.it.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waited for triage when the server went down is judged by every rule that is installed. */
class RulesAfterRestartIT {
    private static final String RULE = "assign-certified-only";
    private static final int TICKETS = 8;

    @Test
    void noTicketIsAssignedWithoutARuleThatWasNotStartedYet(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Colleagues colleagues = new Colleagues(administrator);
            colleagues.agent("beginner", colleagues.team("Payments"), Map.of());
            colleagues.install(RULE);
            colleagues.set(RULE, Map.of("categories", List.of("technical-issues = cards")));
            // It keeps triage waiting, so that there is something left to do.
            new Plugins(administrator)
                    .upload("", Files.readAllBytes(Distribution.brokenPlugin("hangs")))
                    .expect(201);

            List<String> opened = IntStream.range(0, TICKETS)
                    .mapToObj(number -> open(administrator))
                    .toList();
            server.kill9();
            Instant killed = Instant.now();
            server.startAgain();

            Http after = server.administrator();
            after.delete(Plugins.path("hangs-everywhere", "")).expect(204);
            Colleagues again = new Colleagues(after);
            opened.forEach(ticket -> Patience.until("triage of " + ticket, () -> again.isTriaged(ticket)));
            List<JsonNode> decisions = opened.stream().map(again::why).toList();
            assertThat(decisions)
                    .anyMatch(why -> Instant.parse(why.path("at").asText()).isAfter(killed));
            assertThat(decisions)
                    .allSatisfy(why -> assertThat(why.findValuesAsText("plugin"))
                            .as(why.toString())
                            .contains(RULE));
        }
    }

    private static String open(Http administrator) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted("Charged twice"));
        wanted.put("category", "technical-issues");
        return new Tickets(administrator).open(wanted).path("id").asText();
    }
}
