package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All reports of an incident are told and solved together (CH3). */
class BroadcastIT {
    private static final int REPORTS = 40;
    private static final String NEWS = "The firewall lets you in again";

    @Test
    void everyReportIsToldAndSolvedOnceThoughTheServerIsKilled(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            Http customer = People.of(server).customer("carl");
            String incident = tickets.open("Online banking is down");
            if (tickets.status(incident).equals("new")) {
                tickets.move(incident, "assigned").expect(200);
            }
            List<String> reports = new ArrayList<>();
            for (int number = 0; number < REPORTS; number++) {
                String report = tickets.open("I cannot get in " + number);
                administrator
                        .post(Tickets.path(report, "/links"), Map.of("kind", "parent", "to", incident))
                        .expect(201);
                reports.add(report);
            }
            String path = Tickets.path(incident, "/broadcasts");
            refusals(administrator, customer, path, reports.get(0));

            Map<String, Object> news = new HashMap<>(Map.of("body", NEWS, "to", "resolved"));
            news.put("resolution", Tickets.RESOLUTION);
            Http once = administrator.with("Idempotency-Key", "news-1");
            JsonNode sent = once.post(path, news).expect(201).json();
            assertThat(sent.path("pending").asInt() + sent.path("reached").asInt())
                    .isEqualTo(REPORTS);
            server.kill9();
            server.startAgain();

            Http after = server.administrator();
            Patience.until(
                    "all reports",
                    () -> Tickets.items(after.get(path)).get(0).path("reached").asInt() == REPORTS);
            assertThat(Tickets.items(after.get(path))).hasSize(1);
            Tickets again = new Tickets(after);
            for (String report : reports) {
                assertThat(again.status(report)).isEqualTo("resolved");
                assertThat(again.bodies(report)).containsOnlyOnce(NEWS);
            }
            assertThat(again.bodies(incident)).containsOnlyOnce(NEWS);
        }
    }

    private static void refusals(Http administrator, Http customer, String path, String report) {
        administrator.post(path, "{}").expect(400);
        administrator.post(path, Map.of("body", " ")).expect(400);
        administrator.post(path, Map.of("to", "closed")).expect(409);
        administrator.post(path, Map.of("body", "x", "to", "nowhere")).expect(409);
        administrator.post(path, Map.of("body", "x", "format", "rtf")).expect(400);
        administrator
                .post(Tickets.path(report, "/broadcasts"), Map.of("body", "x"))
                .expect(400);
        customer.post(path, Map.of("body", "x")).expect(404);
        customer.get(path).expect(404);
        assertThat(Tickets.items(administrator.get(path))).isEmpty();
    }
}
