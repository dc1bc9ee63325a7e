package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads tickets through their life. */
@SwitchboardServer
class TicketLifeIT {

    private static final String PROBLEM = "urn:switchboard:problem:";

    private Http administrator;
    private Tickets tickets;

    @BeforeEach
    void signIn(RunningServer server) {
        administrator = server.administrator();
        tickets = new Tickets(administrator);
    }

    @Test
    void tagsAreAddedAndTakenAwayWithoutNamingTheOthers() {
        String ticket = tickets.open("Tagged step by step");
        changed(ticket, Map.of("tags", List.of("first", "second")));
        JsonNode after = changed(ticket, Map.of("addTags", List.of("third"), "removeTags", List.of("first", "never")));

        assertThat(Json.list(after.path("tags")))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("second", "third");
        Response refused = tickets.changing(ticket).patch(Tickets.path(ticket, ""), Map.of("addTags", "fourth"));
        assertThat(refused.expect(400).text()).contains("addTags");
    }

    @Test
    void theTagOfACompressedAnswerIsGoodForAChangeToo() {
        String ticket = Tickets.path(tickets.open("Read compressed"), "");
        String tag = administrator
                .with("Accept-Encoding", "gzip")
                .get(ticket)
                .header("ETag")
                .orElseThrow();

        assertThat(tag).contains("gzip");
        Http changing = administrator.with("If-Match", tag);
        changing.patch(ticket, Map.of("subject", "Changed once")).expect(200);
        changing.patch(ticket, Map.of("subject", "Changed twice")).expect(412);
    }

    private JsonNode changed(String ticket, Map<String, ?> patch) {
        return tickets.changing(ticket)
                .patch(Tickets.path(ticket, ""), patch)
                .expect(200)
                .json();
    }

    @Test
    void aTicketIsFoundByItsIdAndItsNumberAsItWasOpened() {
        Response opened = administrator
                .post(
                        "/api/v1/tickets?wait=triage",
                        Map.of(
                                "subject", "Scanner on floor 3 makes black stripes",
                                "description", "On every second page.",
                                "requester", Map.of("name", "Ada", "email", "ada.scanner@example.org"),
                                "type", "incident",
                                "impact", "high",
                                "urgency", "medium",
                                "tags", List.of("scanner", "floor-3"),
                                "fields", Map.of("room", "3.14", "pages", 2, "colour", true)))
                .expect(201);
        JsonNode ticket = opened.json();

        assertThat(opened.header("Location").orElseThrow())
                .isEqualTo("/api/v1/tickets/" + ticket.path("id").asText());
        assertThat(ticket.path("triage").asText()).isEqualTo("done");
        assertThat(ticket.path("priority").asText()).isEqualTo("P2");
        assertThat(ticket.path("requester").path("name").asText()).isEqualTo("Ada");
        assertThat(ticket.path("fields").path("pages").asInt()).isEqualTo(2);
        ObjectNode read = (ObjectNode)
                tickets.get(ticket.path("number").asText()).expect(200).json();
        assertThat(read.remove("openTasks").asInt()).isZero();
        assertThat(read.remove("minutesRecorded").asInt()).isZero();
        assertThat(read).isEqualTo(ticket);
    }

    @Test
    void aReplyAndANoteStandInTheThreadInTheirOrder() {
        String ticket = tickets.open("Password expired");

        tickets.say(ticket, "note", "Third time this month.").expect(201);
        tickets.say(ticket, "reply", "You can choose a new one now.").expect(201);

        assertThat(tickets.bodies(ticket))
                .containsExactly(
                        "It says: Password expired", "Third time this month.", "You can choose a new one now.");
    }

    @Test
    void aReplyCanLeadTheTicketOn() {
        String ticket = tickets.walk("Needs a serial number", List.of("assigned", "in_progress"));

        for (String question : List.of("Which serial number is on the back?", "Or send us a picture of it.")) {
            administrator
                    .post(
                            Tickets.path(ticket, "/messages"),
                            Map.of("kind", "reply", "body", question, "thenStatus", "waiting_for_customer"))
                    .expect(201);
        }

        assertThat(tickets.status(ticket)).isEqualTo("waiting_for_customer");
    }

    @Test
    void aTicketCannotBeResolvedWithoutSayingHow() {
        String ticket = tickets.walk("Solved somehow", List.of("assigned"));

        JsonNode problem = tickets.changing(ticket)
                .post(Tickets.path(ticket, "/transitions"), Map.of("to", "resolved"))
                .expect(400)
                .json();

        assertThat(problem.path("errors").get(0).path("field").asText()).isEqualTo("resolution");
    }

    @Test
    void anEditNeedsTheVersionThatWasSeen() {
        String ticket = tickets.open("Two agents at once");
        String seen = tickets.version(ticket);
        String path = Tickets.path(ticket, "");

        assertThat(administrator.patch(path, Map.of("subject", "Blind")).status())
                .isEqualTo(428);
        Response first = administrator.with("If-Match", seen).patch(path, Map.of("subject", "First"));
        Response second = administrator.with("If-Match", seen).patch(path, Map.of("subject", "Second"));

        assertThat(first.expect(200).header("ETag")).isPresent().isNotEqualTo(seen);
        assertThat(second.expect(412).json().path("type").asText()).isEqualTo(PROBLEM + "stale-version");
        assertThat(tickets.get(ticket).json().path("subject").asText()).isEqualTo("First");
    }

    @Test
    void aMessageDoesNotChangeTheVersion() {
        String ticket = tickets.open("Talk is cheap");
        String seen = tickets.version(ticket);

        tickets.say(ticket, "note", "Looked at it.").expect(201);

        assertThat(tickets.version(ticket)).isEqualTo(seen);
    }

    @Test
    void theSameRequestFiftyTimesAtOnceOpensOneTicket() {
        Http sameRequest =
                administrator.with("Idempotency-Key", UUID.randomUUID().toString());

        List<Response> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(count -> sameRequest.post("/api/v1/tickets", Tickets.wanted("Pressed fifty times")))
                .toList();

        assertThat(answers).extracting(Response::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.json().path("id").asText())
                .containsOnly(answers.get(0).json().path("id").asText());
    }

    @Test
    void anIdempotencyKeyIsForOneRequestOnly() {
        Http key = administrator.with("Idempotency-Key", UUID.randomUUID().toString());

        key.post("/api/v1/tickets", Tickets.wanted("The one")).expect(201);

        assertThat(key.post("/api/v1/tickets", Tickets.wanted("Another")).status())
                .isEqualTo(422);
    }

    @Test
    void theTrashGivesATicketBack() {
        String ticket = tickets.open("Thrown away by mistake");

        tickets.changing(ticket).delete(Tickets.path(ticket, "")).expect(200);
        assertThat(tickets.get(ticket).json().path("disposition").asText()).isEqualTo("trash");
        assertThat(tickets.move(ticket, "assigned").status()).isEqualTo(409);
        tickets.changing(ticket)
                .post(Tickets.path(ticket, "/restore"), Map.of())
                .expect(200);

        assertThat(tickets.get(ticket).json().path("disposition").asText()).isEqualTo("none");
    }

    @Test
    void aPurgedTicketIsGoneForGood() {
        String ticket = tickets.open("Holds a secret");
        tickets.changing(ticket).delete(Tickets.path(ticket, "")).expect(200);

        Response purged = tickets.changing(ticket).post(Tickets.path(ticket, "/purge"), "");

        assertThat(purged.status()).isEqualTo(204);
        assertThat(tickets.get(ticket).status()).isIn(404, 410);
    }

    @Test
    void theHistoryTellsWhoDidWhatWithoutAGap() {
        String ticket = tickets.walk("Eventful", List.of("assigned", "in_progress"));
        tickets.say(ticket, "reply", "On it.").expect(201);

        List<JsonNode> events = tickets.history(ticket);

        assertThat(events.get(events.size() - 1).path("type").asText()).isEqualTo("ticket.opened");
        assertThat(events)
                .extracting(event -> event.path("sequence").asInt())
                .containsExactlyElementsOf(IntStream.iterate(events.size(), at -> at > 0, at -> at - 1)
                        .boxed()
                        .toList());
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.path("actor").path("kind").asText()).isNotEmpty());
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        JsonNode problem = administrator
                .post("/api/v1/tickets", Map.of("subject", "S", "description", "D", "assignee", "me"))
                .expect(400)
                .json();

        assertThat(problem.toString()).contains("assignee");
    }

    @Test
    void aStrangerSeesNothing(RunningServer server) {
        String ticket = tickets.open("Not for strangers");
        Tickets stranger = new Tickets(server.http());

        assertThat(stranger.get(ticket).status()).isIn(401, 404);
        assertThat(stranger.say(ticket, "reply", "Hello").status()).isIn(401, 404);
        assertThat(server.http().get("/api/v1/tickets").status()).isEqualTo(401);
    }
}
