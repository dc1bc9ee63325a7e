package io.switchboard.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A node dies, and the other takes up what it was at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeLossIT {

    private TwoNodes nodes;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        nodes = TwoNodes.in(folder);
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void theOtherTriagesWakesAndDeliversWhatTheDeadNodeWouldHave() {
        Http first = nodes.callers().get(0);
        Tickets rest = new Tickets(nodes.callers().get(1));
        List<String> asleep = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            String id = new Tickets(first).open("Asleep when the node died " + number);
            String until =
                    Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MILLIS).toString();
            new Tickets(first)
                    .changing(id)
                    .put(Tickets.path(id, "/postponement"), Map.of("until", until))
                    .expect(200);
            asleep.add(id);
        }
        List<String> open = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            open.add(first.post("/api/v1/tickets", Tickets.wanted("Just opened when the node died " + number))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText());
        }
        nodes.first().kill9();
        open.add(rest.open("Opened after the node died"));

        for (String id : open) {
            Patience.until(
                    "triage of " + id,
                    () -> "done".equals(rest.get(id).json().path("triage").asText()));
            assertThat(times(rest, id, "ticket.triaged")).isEqualTo(1);
        }
        for (String id : asleep) {
            Patience.until("waking up", () -> times(rest, id, "ticket.woken") > 0);
            assertThat(times(rest, id, "ticket.woken")).isEqualTo(1);
        }
        Patience.until(
                "search",
                () -> Tickets.items(rest.caller().get("/api/v1/tickets?limit=200&q=died"))
                                .size()
                        == open.size() + asleep.size());

        nodes.first().startAgain();
        assertThat(new Tickets(first).status(open.get(0))).isNotEmpty();
        nodes.first().stop();
        CommandRun verified = nodes.first().command("verify-history");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private static long times(Tickets tickets, String ticket, String type) {
        return tickets.history(ticket).stream()
                .filter(event -> type.equals(event.path("type").asText()))
                .count();
    }
}
