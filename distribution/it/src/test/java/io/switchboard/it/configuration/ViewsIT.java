package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static io.switchboard.it.configuration.Staff.made;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Views over HTTP: saved lists of tickets, which show nobody more than they see anyway. */
@SwitchboardServer
class ViewsIT {

    @Test
    void aSavedViewListsWhatTheSameParametersList(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        String first = staff.ticket("First", "Ada", team);
        String second = staff.ticket("Second", "Ada", team);
        agent.with("If-Match", "*")
                .patch(API + "/tickets/" + second, Map.of("priority", "P1"))
                .expect(200);
        String view = view(agent, Map.of("view", "open", "team", team, "sort", "created"));
        assertThat(listed(agent, "?view=" + view)).containsExactly(second, first);
        assertThat(listed(agent, "?view=" + view)).isEqualTo(listed(agent, "?view=open&sort=created&team=" + team));
        assertThat(listed(agent, "?view=" + view + "&priority=P1")).containsExactly(second);
        JsonNode page =
                agent.get(API + "/tickets?limit=1&view=" + view).expect(200).json();
        String rest = "?limit=1&view=" + view + "&cursor=" + page.path("next").asText();
        assertThat(listed(agent, rest)).containsExactly(first);
        assertThat(next(agent, API + "/tickets" + rest).isNull()).isTrue();
    }

    @Test
    void aPageThatIsJustFullSaysThatNothingFollows(RunningServer server) {
        Staff staff = new Staff(server);
        String ticket = staff.ticket("Told at once", "Ada", staff.team());
        for (String list : List.of("/thread", "/history", "/chain")) {
            String path = Tickets.path(ticket, list);
            // Something may still happen to the ticket between the two.
            Patience.until(list + " ends", () -> {
                int size = Tickets.items(staff.administrator.get(path)).size();
                return next(staff.administrator, path + "?limit=" + size).isNull();
            });
        }
    }

    @Test
    void aSharedViewShowsEachWhatTheySee(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        Http other = staff.signedIn("agent", staff.team());
        String ticket = staff.ticket("Printer", "Ada", team);
        Map<String, Object> wanted =
                Map.of("name", "<script>", "reach", "everybody", "conditions", Map.of("team", team), "place", 5);
        agent.post(API + "/views", wanted).expect(403);
        String view = made(staff.administrator, "/views", wanted);
        assertThat(agent.get(API + "/views/" + view)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("<script>");
        assertThat(listed(agent, "?view=" + view)).containsExactly(ticket);
        assertThat(listed(other, "?view=" + view)).isEmpty();
        String own = view(agent, Map.of("assignee", "me"));
        other.get(API + "/tickets?view=" + own).expect(404);
        other.get(API + "/views/" + own).expect(404);
        staff.customer().get(API + "/views").expect(403);
        staff.customer().get(API + "/tickets?view=" + view).expect(403);
    }

    @Test
    void aViewOfWhatIsGoneSaysSoAndHasNothing(RunningServer server) {
        Staff staff = new Staff(server);
        Http administrator = staff.administrator;
        String team = staff.team();
        new Tickets(administrator).open("There is something");
        String view = view(administrator, Map.of("team", team));
        administrator.with("If-Match", "*").delete(API + "/teams/" + team).expect(204);
        assertThat(listed(administrator, "?view=" + view)).isEmpty();
        JsonNode shown = administrator.get(API + "/views/" + view).expect(200).json();
        assertThat(shown.at("/missing/0/field").asText()).isEqualTo("team");
        assertThat(shown.at("/missing/0/value").asText()).isEqualTo(team);
        administrator
                .with("If-Match", "*")
                .patch(API + "/views/" + view, Map.of("name", "Still refers to it"))
                .expect(400);
        administrator
                .with("If-Match", "*")
                .patch(API + "/views/" + view, "{\"conditions\":{\"team\":null,\"view\":\"open\"}}")
                .expect(200);
        assertThat(listed(administrator, "?view=" + view)).isNotEmpty();
    }

    @Test
    void viewsAreListedWithHowManyTicketsEachSees(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        staff.ticket("One", "Ada", team);
        staff.ticket("Two", "Ada", team);
        String view = view(agent, Map.of("team", team, "view", "open"));
        List<JsonNode> views = Tickets.items(agent.get(API + "/views?counts=true&limit=200"));
        assertThat(views)
                .extracting(found -> found.path("id").asText())
                .contains("mine", "team", "unassigned", "overdue", "waiting", "open", "all", view);
        JsonNode saved = views.stream()
                .filter(found -> found.path("id").asText().equals(view))
                .findFirst()
                .orElseThrow();
        assertThat(saved.path("count").asInt()).isEqualTo(2);
        assertThat(saved.path("more").asBoolean()).isFalse();
        assertThat(Tickets.items(agent.get(API + "/views")))
                .allMatch(found -> found.path("count").isNull());
    }

    @Test
    void whatNoListTakesIsNotSaved(RunningServer server) {
        Http agent = new Staff(server).administrator;
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("sort", "subject; drop table ticket"),
                Map.of("priority", "P9"),
                Map.of("view", "nonsense"),
                Map.of("team", "no id"),
                Map.of("status", "No Status"),
                Map.of("sql", "1=1"),
                Map.of("q", "words", "status", "new"),
                Map.of("category", "nowhere"))) {
            agent.post(API + "/views", Map.of("name", "V", "conditions", wrong)).expect(400);
        }
        agent.post(API + "/views", Map.of("name", "V", "columns", List.of("password")))
                .expect(400);
        agent.post(API + "/views", Map.of("name", "V", "grouping", "number")).expect(400);
        String view = made(
                agent, "/views", Map.of("name", "V", "columns", List.of("number", "subject"), "grouping", "priority"));
        JsonNode kept = agent.get(API + "/views/" + view).expect(200).json();
        assertThat(kept.path("columns")).hasSize(2);
        assertThat(kept.path("grouping").asText()).isEqualTo("priority");
    }

    private static String view(Http caller, Map<String, ?> conditions) {
        return made(caller, "/views", Map.of("name", "V", "conditions", conditions));
    }

    private static JsonNode next(Http caller, String path) {
        return caller.get(path).expect(200).json().path("next");
    }

    private static List<String> listed(Http caller, String query) {
        return Tickets.items(caller.get(API + "/tickets" + query)).stream()
                .map(ticket -> ticket.path("id").asText())
                .toList();
    }
}
