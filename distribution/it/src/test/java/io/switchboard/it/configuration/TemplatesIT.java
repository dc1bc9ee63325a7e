package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static io.switchboard.it.configuration.Staff.made;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reply templates over HTTP: who has them, what they are filled in with, what is refused. */
@SwitchboardServer
class TemplatesIT {
    private static final String HOSTILE = "<script>alert(1)</script>[x](javascript:alert(1))";

    @Test
    void whatATeamHasAnotherTeamNeverSees(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http supervisor = staff.signedIn("supervisor", team);
        Http agent = staff.signedIn("agent", team);
        Http other = staff.signedIn("supervisor", staff.team());
        String path = API + "/templates/"
                + made(supervisor, "/templates", Map.of("name", "T", "body", "a", "reach", "team", "team", team));
        String own = API + "/templates/" + made(agent, "/templates", Map.of("name", "Mine", "body", "b"));
        agent.get(path).expect(200);
        other.get(path).expect(404);
        other.with("If-Match", "*").patch(path, Map.of("name", "x")).expect(404);
        other.with("If-Match", "*").delete(path).expect(404);
        assertThat(ids(other.get(API + "/templates?limit=200"))).noneMatch(id -> path.endsWith(id) || own.endsWith(id));
        agent.with("If-Match", "*").patch(path, Map.of("name", "x")).expect(403);
        supervisor.get(own).expect(404);
        agent.post(API + "/templates", Map.of("name", "T", "body", "a", "reach", "everybody"))
                .expect(403);
        other.post(API + "/templates", Map.of("name", "T", "body", "a", "reach", "team", "team", team))
                .expect(400);
        staff.customer().get(API + "/templates").expect(403);
    }

    @Test
    void whatIsFilledInStaysText(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        String ticket = staff.ticket(HOSTILE, HOSTILE, team);
        for (String format : List.of("html", "markdown", "text")) {
            String id = made(
                    agent,
                    "/templates",
                    Map.of("name", HOSTILE, "format", format, "body", "Hi {{requester.name}}, {{ticket.subject}}"));
            JsonNode kept = agent.get(API + "/templates/" + id).expect(200).json();
            assertThat(kept.path("name").asText()).isEqualTo(HOSTILE);
            JsonNode rendered = agent.post(API + "/templates/" + id + "/render", Map.of("ticket", ticket))
                    .expect(200)
                    .json();
            assertThat(rendered.path("html").asText())
                    .doesNotContain("<script", "<a ")
                    .contains("alert(1)");
        }
        JsonNode preview = agent.post(
                        API + "/templates/preview",
                        Map.of("ticket", ticket, "format", "html", "body", "<b>{{{ticket.subject}}}</b>"))
                .expect(200)
                .json();
        assertThat(preview.path("body").asText()).startsWith("<b>&lt;script&gt;");
    }

    @Test
    void nothingIsToldOfAForeignTicket(RunningServer server) {
        Staff staff = new Staff(server);
        Http agent = staff.signedIn("agent", staff.team());
        String ticket = staff.ticket("Secret", "Somebody", staff.team());
        String id = made(agent, "/templates", Map.of("name", "N", "body", "{{ticket.subject}}"));
        agent.post(API + "/templates/" + id + "/render", Map.of("ticket", ticket))
                .expect(404);
        agent.post(API + "/templates/preview", Map.of("ticket", ticket, "body", "{{ticket.subject}}"))
                .expect(404);
        agent.get(API + "/templates?ticket=" + ticket).expect(404);
    }

    @Test
    void thoseThatFitATicketAreListed(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        String ticket = staff.ticket("Printer", "Somebody", team);
        String fits = made(agent, "/templates", Map.of("name", "Fits", "body", "a"));
        String off = made(agent, "/templates", Map.of("name", "Off", "body", "a", "active", false));
        String billing = made(agent, "/templates", Map.of("name", "Other", "body", "a", "category", "billing-payment"));
        assertThat(ids(agent.get(API + "/templates?ticket=" + ticket)))
                .contains(fits)
                .doesNotContain(off, billing);
    }

    @Test
    void whatIsWrongIsNamed(RunningServer server) {
        Http administrator = new Staff(server).administrator;
        assertThat(refusal(administrator, Map.of("name", "N", "body", "{{ticket.nmber}}")))
                .contains("body")
                .contains("ticket.nmber");
        assertThat(refusal(administrator, Map.of("name", "N", "body", "{{#ticket.number}}")))
                .contains("body");
        assertThat(refusal(administrator, Map.of("name", "N", "body", "{{>x}}")))
                .contains("body");
        assertThat(refusal(administrator, Map.of("name", "N", "body", "a", "language", "no language")))
                .contains("language");
        assertThat(refusal(administrator, Map.of("name", "N", "body", "a", "category", "nowhere")))
                .contains("category");
        assertThat(refusal(administrator, Map.of("name", "x".repeat(201), "body", "a")))
                .contains("name");
        assertThat(refusal(administrator, Map.of("name", "N", "body", "x".repeat(50_001))))
                .contains("body");
        for (String foreign : List.of("id", "version", "owner", "createdAt")) {
            assertThat(refusal(administrator, Map.of("name", "N", "body", "a", foreign, "1")))
                    .contains(foreign);
        }
    }

    @Test
    void nobodyOverwritesUnseenAndPagesGoOn(RunningServer server) {
        Staff staff = new Staff(server);
        Http agent = staff.signedIn("agent", staff.team());
        for (String name : List.of("C", "A", "B")) {
            made(agent, "/templates", Map.of("name", name, "body", "a", "place", 9_000));
        }
        JsonNode page = agent.get(API + "/templates?limit=1").expect(200).json();
        agent.get(API + "/templates?limit=1&cursor=" + page.path("next").asText())
                .expect(200);
        agent.get(API + "/templates?cursor=nonsense").expect(400);
        String path = API + "/templates/" + made(agent, "/templates", Map.of("name", "N", "body", "a"));
        String version = agent.get(path).expect(200).header("ETag").orElseThrow();
        agent.patch(path, Map.of("body", "b")).expect(428);
        JsonNode changed = agent.with("If-Match", version)
                .patch(path, Map.of("body", "b", "place", 3))
                .expect(200)
                .json();
        assertThat(changed.path("body").asText()).isEqualTo("b");
        assertThat(changed.path("name").asText()).isEqualTo("N");
        agent.with("If-Match", version).patch(path, Map.of("body", "c")).expect(412);
        agent.with("If-Match", version).delete(path).expect(412);
        agent.with("If-Match", "*").delete(path).expect(204);
        agent.get(path).expect(404);
    }

    private static String refusal(Http caller, Map<String, ?> request) {
        return caller.post(API + "/templates", request)
                .expect(400)
                .json()
                .path("errors")
                .toString();
    }

    private static List<String> ids(Response page) {
        return Tickets.items(page).stream()
                .map(item -> item.path("id").asText())
                .toList();
    }
}
