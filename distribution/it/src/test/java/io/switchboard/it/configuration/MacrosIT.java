package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static io.switchboard.it.configuration.Staff.made;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Macros over HTTP: all steps or none, rehearsed, in bulk, and only for whom they are. */
@SwitchboardServer
class MacrosIT {
    private static final Map<String, Object> TAKE = Map.of("assign", Map.of("to", "me"));
    private static final Map<String, Object> BEGIN = Map.of("transition", Map.of("to", "in_progress"));
    private static final Map<String, Object> RESOLVE = Map.of(
            "transition",
            Map.of(
                    "to",
                    "resolved",
                    "resolution",
                    Map.of("kind", "fix", "summary", "Restarted the spooler", "rootCause", "A full disk")));
    private static final Map<String, Object> SET =
            Map.of("set", Map.of("priority", "P1", "addTags", List.of("<b>"), "fields", Map.of("floor", 3)));

    @Test
    void allStepsAreTakenAndToldInTheHistory(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        Tickets tickets = new Tickets(agent);
        String ticket = staff.ticket("Printer", "Ada", team);
        String template = made(agent, "/templates", Map.of("name", "T", "body", "Dear {{requester.name}}"));
        String macro = macro(
                agent,
                "<b>Done</b>",
                TAKE,
                SET,
                Map.of("reply", Map.of("template", template)),
                Map.of("note", Map.of("text", "As {{ticket.priority}}")),
                Map.of("watch", Map.of("person", "me")),
                Map.of("postpone", Map.of("duration", "P3D")),
                BEGIN,
                RESOLVE);
        JsonNode applied =
                apply(tickets.changing(ticket), macro, ticket).expect(200).json();
        assertThat(applied.at("/ticket/status").asText()).isEqualTo("resolved");
        assertThat(applied.at("/ticket/priority").asText()).isEqualTo("P1");
        assertThat(applied.path("steps")).hasSize(8);
        assertThat(tickets.bodies(ticket)).contains("Dear Ada", "As P1");
        JsonNode event = tickets.history(ticket).stream()
                .filter(found -> found.path("type").asText().equals("macro.applied"))
                .findFirst()
                .orElseThrow();
        assertThat(event.toString()).contains("<b>Done</b>").contains(macro);
        assertThat(tickets.history(ticket))
                .extracting(found -> found.path("type").asText())
                .contains("ticket.assigned", "message.sent", "message.noted", "ticket.postponed", "ticket.resolved");
    }

    @Test
    void aStepThatFailsLeavesTheTicketAsItWas(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        Tickets tickets = new Tickets(agent);
        String ticket = staff.ticket("Printer", "Ada", team);
        String macro = macro(
                agent,
                "M",
                Map.of("reply", Map.of("text", "Hello")),
                TAKE,
                Map.of("transition", Map.of("to", "archived")));
        JsonNode before = tickets.get(ticket).json();
        JsonNode problem =
                apply(tickets.changing(ticket), macro, ticket).expect(409).json();
        assertThat(problem.path("step").asInt()).isEqualTo(3);
        assertThat(problem.path("stepKind").asText()).isEqualTo("transition");
        assertThat(tickets.get(ticket).json()).isEqualTo(before);
        assertThat(tickets.bodies(ticket)).hasSize(1);
        assertThat(tickets.history(ticket))
                .noneMatch(event -> event.path("type").asText().equals("macro.applied"));
    }

    @Test
    void aRehearsalChangesNothing(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        Tickets tickets = new Tickets(agent);
        String ticket = staff.ticket("Printer", "Ada", team);
        String macro = macro(agent, "M", TAKE, BEGIN, Map.of("reply", Map.of("text", "To {{ticket.assignee}}")));
        JsonNode before = tickets.get(ticket).json();
        Response rehearsed = agent.post(API + "/macros/" + macro + "/apply?dryRun=true", Map.of("ticket", ticket));
        JsonNode said = rehearsed.expect(200).json();
        assertThat(said.path("dryRun").asBoolean()).isTrue();
        assertThat(said.at("/steps/2/body").asText()).isEqualTo("To Ann of agent");
        assertThat(tickets.get(ticket).json()).isEqualTo(before);
        assertThat(tickets.bodies(ticket)).hasSize(1);
        apply(agent.with("If-Match", rehearsed.header("ETag").orElseThrow()), macro, ticket)
                .expect(200);
    }

    @Test
    void stepsThatAreNotKeptAreRehearsedTooForWhoSeesTheTicket(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        Tickets tickets = new Tickets(agent);
        String ticket = staff.ticket("Printer", "Ada", team);
        Map<String, Object> wanted = Map.of(
                "ticket", ticket, "steps", List.of(TAKE, Map.of("reply", Map.of("text", "To {{ticket.assignee}}"))));
        JsonNode before = tickets.get(ticket).json();

        JsonNode said = agent.post(API + "/macros/preview", wanted).expect(200).json();

        assertThat(said.at("/steps/1/body").asText()).isEqualTo("To Ann of agent");
        assertThat(tickets.get(ticket).json()).isEqualTo(before);
        assertThat(tickets.bodies(ticket)).hasSize(1);
        staff.signedIn("agent", staff.team())
                .post(API + "/macros/preview", wanted)
                .expect(404);
        assertThat(agent.post(
                                API + "/macros/preview",
                                Map.of(
                                        "ticket",
                                        ticket,
                                        "steps",
                                        List.of(TAKE, Map.of("watch", Map.of("person", "x")))))
                        .expect(400)
                        .text())
                .contains("steps[1].person");
        agent.post(API + "/macros/preview", Map.of("ticket", ticket, "steps", List.of()))
                .expect(400);
        agent.post(API + "/macros/preview", Map.of("steps", List.of(TAKE))).expect(400);
    }

    @Test
    void theRulesOfTheDeskChooseInsideAMacro(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        String ticket = staff.ticket("Printer", "Ada", team);
        String macro = macro(agent, "M", SET, Map.of("assign", Map.of("to", "rules")));
        Tickets tickets = new Tickets(agent);
        JsonNode applied =
                apply(tickets.changing(ticket), macro, ticket).expect(200).json();
        assertThat(applied.at("/ticket/tags/0").asText()).isEqualTo("<b>");
        agent.get(API + "/tickets/" + ticket + "/assignment/explanation").expect(200);
    }

    @Test
    void aMacroIsForWhomItIsAndItsTicketMustBeSeen(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        Http other = staff.signedIn("supervisor", staff.team());
        String macro = macro(agent, "M", TAKE);
        String ticket = staff.ticket("Printer", "Ada", team);
        String foreign = staff.ticket("Printer", "Ada", staff.team());
        apply(other.with("If-Match", "*"), macro, foreign).expect(404);
        apply(agent.with("If-Match", "*"), macro, foreign).expect(404);
        agent.post(API + "/macros/" + macro + "/apply", Map.of("ticket", ticket))
                .expect(428);
        apply(agent.with("If-Match", "\"999\""), macro, ticket).expect(412);
        staff.customer()
                .post(API + "/macros/" + macro + "/apply", Map.of("ticket", ticket))
                .expect(403);
    }

    @Test
    void aMacroIsAppliedToManyEachByItself(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        String fresh = staff.ticket("Printer", "Ada", team);
        String foreign = staff.ticket("Printer", "Ada", staff.team());
        String macro = macro(agent, "M", TAKE, BEGIN);
        long version =
                agent.get(API + "/tickets/" + fresh).json().path("version").asLong();
        JsonNode summary = agent.post(
                        API + "/tickets/bulk",
                        Map.of(
                                "macro",
                                macro,
                                "tickets",
                                List.of(
                                        Map.of("ticket", fresh, "version", version),
                                        Map.of("ticket", foreign, "version", 1))))
                .expect(200)
                .json();
        assertThat(summary.at("/changed/0/status").asText()).isEqualTo("in_progress");
        assertThat(summary.at("/refused/0/type").asText()).endsWith("not-found");
    }

    @Test
    void theSameRequestAgainIsAppliedOnce(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        String ticket = staff.ticket("Printer", "Ada", team);
        String macro = macro(agent, "M", Map.of("reply", Map.of("text", "Once")));
        Http caller = agent.with("If-Match", "*").with("Idempotency-Key", macro);
        apply(caller, macro, ticket).expect(200);
        apply(caller, macro, ticket).expect(200);
        assertThat(new Tickets(agent).bodies(ticket)).filteredOn("Once"::equals).hasSize(1);
    }

    @Test
    void whatNoStepCanBeIsNamed(RunningServer server) {
        Http agent = new Staff(server).administrator;
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("assign", Map.of("to", "me"), "note", Map.of("text", "x")),
                Map.of("reply", Map.of("text", "{{nothing}}")),
                Map.of("set", Map.of("status", "closed")),
                Map.of("delete", Map.of()),
                Map.of("transition", Map.of("to", "resolved", "resolution", Map.of("kind", "magic"))),
                Map.of("postpone", Map.of("duration", "P99999D")))) {
            Response refused = agent.post(API + "/macros", Map.of("name", "M", "steps", List.of(TAKE, wrong)))
                    .expect(400);
            assertThat(refused.json().path("errors").toString()).contains("steps");
        }
        agent.post(API + "/macros", Map.of("name", "M", "steps", List.of())).expect(400);
        agent.post(API + "/macros", Map.of("name", "M", "steps", List.of(TAKE), "version", 7))
                .expect(400);
    }

    @Test
    void aMacroIsReadAsItWasSent(RunningServer server) {
        Http agent = new Staff(server).administrator;
        String macro = macro(agent, "M", SET, RESOLVE, TAKE);
        JsonNode kept = agent.get(API + "/macros/" + macro).expect(200).json();
        assertThat(kept.path("steps")).isEqualTo(Json.read(Json.write(List.of(SET, RESOLVE, TAKE))));
        agent.with("If-Match", "*")
                .patch(API + "/macros/" + macro, Map.of("active", false))
                .expect(200);
        String ticket = new Tickets(agent).open("Printer");
        apply(agent.with("If-Match", "*"), macro, ticket).expect(422);
        agent.with("If-Match", "*").delete(API + "/macros/" + macro).expect(204);
        apply(agent.with("If-Match", "*"), macro, ticket).expect(404);
    }

    @SafeVarargs
    private static String macro(Http caller, String name, Map<String, Object>... steps) {
        return made(caller, "/macros", Map.of("name", name, "steps", List.of(steps)));
    }

    private static Response apply(Http caller, String macro, String ticket) {
        return caller.post(API + "/macros/" + macro + "/apply", Map.of("ticket", ticket));
    }
}
