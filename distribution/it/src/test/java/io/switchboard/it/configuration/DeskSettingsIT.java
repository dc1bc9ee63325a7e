package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator decides for the whole desk: the priority matrix and the reopen window, also after a restart. */
class DeskSettingsIT {
    private static final String MATRIX = API + "/priority-matrix";
    private static final String WINDOW = API + "/reopen-window";
    private static final Map<String, Object> STRICT = Map.of(
            "high", row("P1", "P1", "P2"),
            "medium", row("P1", "P2", "P3"),
            "low", row("P2", "P3", "P1"));

    @Test
    void whatTheAdministratorDecidesHoldsAndIsKept(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            onlyAWholeMatrixOfKnownWordsIsTakenAndOnlyFromAdministrators(new Staff(server));
            aChangedMatrixHoldsForWhatIsOpenedOrClassifiedFromThenOn(server.administrator());
            theReopenWindowIsMovedWithinItsLimits(new Staff(server));
            server.stop();
            server.startAgain();
            Http administrator = server.administrator();
            assertThat(priority(new Tickets(administrator).open(trifle("After a restart"))))
                    .isEqualTo("P1");
            assertThat(administrator.get(MATRIX).expect(200).header("ETag")).contains("\"1\"");
            assertThat(administrator.get(WINDOW).expect(200).json().path("days").asInt())
                    .isEqualTo(3);
        }
    }

    private static void onlyAWholeMatrixOfKnownWordsIsTakenAndOnlyFromAdministrators(Staff staff) {
        Http administrator = staff.administrator;
        Response standard = administrator.get(MATRIX).expect(200);
        assertThat(standard.header("ETag")).contains("\"0\"");
        assertThat(standard.json().at("/low/low").asText()).isEqualTo("P4");
        administrator.put(MATRIX, STRICT).expect(428);
        Http seen = administrator.with("If-Match", "\"0\"");
        assertThat(field(seen.put(MATRIX, Map.of("high", row("P1", "P1", "P2"), "medium", row("P1", "P2", "P3")))))
                .isEqualTo("low");
        assertThat(field(seen.put(
                        MATRIX,
                        Map.of(
                                "high", row("P1", "P5", "P2"),
                                "medium", row("P1", "P2", "P3"),
                                "low", row("P2", "P3", "P1")))))
                .isEqualTo("high.medium");
        assertThat(field(seen.put(MATRIX, "{\"high\": {\"high\": \"P1\", \"urgent\": \"P1\"}}")))
                .isEqualTo("high.urgent");
        staff.signedIn("supervisor", staff.team())
                .with("If-Match", "*")
                .put(MATRIX, STRICT)
                .expect(403);
        assertThat(administrator.get(MATRIX).expect(200).json()).isEqualTo(standard.json());
    }

    private static void aChangedMatrixHoldsForWhatIsOpenedOrClassifiedFromThenOn(Http administrator) {
        Tickets tickets = new Tickets(administrator);
        JsonNode before = tickets.open(trifle("Before the change"));
        assertThat(priority(before)).isEqualTo("P4");
        Http seen = administrator.with("If-Match", "\"0\"");
        assertThat(seen.put(MATRIX, STRICT).expect(200).header("ETag")).contains("\"1\"");
        seen.put(MATRIX, STRICT).expect(412);

        assertThat(priority(tickets.open(trifle("After the change")))).isEqualTo("P1");
        String old = before.path("id").asText();
        assertThat(priority(tickets.get(old).expect(200).json())).isEqualTo("P4");
        assertThat(priority(patched(tickets, old, Map.of("subject", "Called otherwise"))))
                .isEqualTo("P4");
        assertThat(priority(patched(tickets, old, Map.of("urgency", "high")))).isEqualTo("P2");
        JsonNode told = Tickets.items(administrator.get(API + "/audit?object=setting:priority.matrix"))
                .get(0);
        assertThat(told.path("kind").asText()).isEqualTo("setting.changed");
        assertThat(told.at("/before/low/low").asText()).isEqualTo("P4");
        assertThat(told.at("/after/low/low").asText()).isEqualTo("P1");
    }

    private static void theReopenWindowIsMovedWithinItsLimits(Staff staff) {
        Http administrator = staff.administrator;
        assertThat(administrator.get(WINDOW).expect(200).json().path("days").asInt())
                .isEqualTo(14);
        administrator.put(WINDOW, Map.of("days", 3)).expect(428);
        Http any = administrator.with("If-Match", "*");
        for (String wrong : List.of("{}", "{\"days\":-1}", "{\"days\":3661}", "{\"days\":\"3\"}", "{\"days\":1.5}")) {
            assertThat(field(any.put(WINDOW, wrong))).as(wrong).isEqualTo("days");
        }
        staff.customer().with("If-Match", "*").put(WINDOW, Map.of("days", 3)).expect(403);
        administrator.with("If-Match", "\"0\"").put(WINDOW, Map.of("days", 3)).expect(200);
        administrator.with("If-Match", "\"0\"").put(WINDOW, Map.of("days", 4)).expect(412);

        Tickets tickets = new Tickets(administrator);
        String inTime = tickets.walk("Answered in time", List.of("assigned", "resolved"));
        String late = tickets.walk("Answered late", List.of("assigned", "resolved"));
        administrator.post(API + "/clock", Map.of("by", "P2D")).expect(200);
        tickets.say(inTime, "customer", "It is broken again").expect(201);
        assertThat(tickets.status(inTime)).isEqualTo("reopened");
        administrator.post(API + "/clock", Map.of("by", "P2D")).expect(200);
        tickets.say(late, "customer", "It is broken again").expect(201);
        assertThat(tickets.status(late)).isEqualTo("resolved");
    }

    private static Map<String, Object> trifle(String subject) {
        return Map.of("subject", subject, "description", "It flickers", "impact", "low", "urgency", "low");
    }

    private static JsonNode patched(Tickets tickets, String ticket, Map<String, Object> patch) {
        return tickets.changing(ticket)
                .patch(Tickets.path(ticket, ""), patch)
                .expect(200)
                .json();
    }

    private static String priority(JsonNode ticket) {
        return ticket.path("priority").asText();
    }

    private static String field(Response refusal) {
        return Json.list(refusal.expect(400).json().path("errors"))
                .get(0)
                .path("field")
                .asText();
    }

    private static Map<String, String> row(String high, String medium, String low) {
        return Map.of("high", high, "medium", medium, "low", low);
    }
}
