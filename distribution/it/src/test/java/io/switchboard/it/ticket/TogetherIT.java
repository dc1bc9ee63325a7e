package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Escalation, mentions, referrals and notifications over HTTP (ES1 to ES3, CO5). */
@SwitchboardServer
class TogetherIT {
    private static final String API = "/api/v1";

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private People people;
    private Http administrator;
    private String first;
    private String specialists;
    private Http ann;
    private Http sue;
    private String ticket;

    @BeforeEach
    void begin(RunningServer server) {
        people = People.of(server);
        administrator = people.administrator();
        String department = team("Department", Map.of("escalation", true));
        first = team("First line", Map.of("parent", department, "tier", 1));
        specialists = team("Specialists", Map.of("parent", department, "tier", 3));
        ann = people.agent("ann." + tag, "agent", first);
        sue = people.agent("sue." + tag, "agent", specialists);
        ticket = new Tickets(administrator).open("Printer " + tag);
        new Tickets(administrator)
                .changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("team", first, "agent", person("ann." + tag)))
                .expect(200);
    }

    private String team(String name, Map<String, Object> more) {
        Map<String, Object> team = new HashMap<>(more);
        team.put("name", name + " " + tag);
        return administrator
                .post(API + "/teams", team)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String person(String name) {
        return administrator
                .get(API + "/agents?q=" + name)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    @Test
    void aTicketGoesToTheTierThatKnowsMoreAndIsSentBackToWhoHadIt() {
        String path = Tickets.path(ticket, "/escalations");
        sue.get(path).expect(404);
        JsonNode escalated = ann.post(
                        path,
                        Map.of(
                                "kind", "functional",
                                "reason", "technical_complexity",
                                "explanation", "The log says nothing to me",
                                "tier", 3))
                .expect(201)
                .json();
        assertThat(escalated.at("/to/id").asText()).isEqualTo(specialists);
        assertThat(escalated.at("/from/id").asText()).isEqualTo(first);
        ann.get(path).expect(404);
        String answer = path + "/" + escalated.path("id").asText() + "/answer";
        sue.post(answer, Map.of("verdict", "sent_back")).expect(400);
        sue.post(answer, Map.of("verdict", "sent_back", "explanation", "Restart it first"))
                .expect(200);
        sue.get(path).expect(404);
        JsonNode back = new Tickets(ann).get(ticket).expect(200).json();
        assertThat(back.at("/team/id").asText()).isEqualTo(first);
        assertThat(back.at("/assignee/name").asText()).isEqualTo("ann." + tag);
        assertThat(Tickets.items(ann.get(path))).singleElement().satisfies(found -> {
            assertThat(found.path("state").asText()).isEqualTo("sent_back");
            assertThat(found.path("answer").asText()).isEqualTo("Restart it first");
        });
        ann.post(answer, Map.of("verdict", "accepted")).expect(422);
        administrator.post(answer, Map.of("verdict", "accepted")).expect(409);
        assertThat(new Tickets(ann).history(ticket).toString())
                .contains("ticket.escalated", "The log says nothing to me", "Restart it first");
    }

    @Test
    void thoseWhoDecideTakePartInWhatIsEscalatedToThem() {
        String management = team("Management", Map.of("escalation", true));
        Http manager = people.agent("max." + tag, "agent", management);
        String path = Tickets.path(ticket, "/escalations");
        for (String wrong : List.of(
                "{}",
                "{\"kind\":\"sideways\",\"reason\":\"authority\",\"explanation\":\"x\"}",
                "{\"kind\":\"review\",\"reason\":\"mood\",\"explanation\":\"x\"}",
                "{\"kind\":\"review\",\"reason\":\"authority\",\"explanation\":\"\"}",
                "{\"kind\":\"functional\",\"reason\":\"authority\",\"explanation\":\"x\",\"tier\":7}",
                "{\"kind\":\"functional\",\"reason\":\"authority\",\"explanation\":\"x\",\"team\":\"none\"}")) {
            ann.post(path, wrong).expect(400);
        }
        manager.get(Tickets.path(ticket, "")).expect(404);
        ann.post(
                        path,
                        Map.of(
                                "kind", "hierarchical",
                                "reason", "authority",
                                "explanation", "They want their money back",
                                "team", management))
                .expect(201);
        assertThat(new Tickets(manager)
                        .get(ticket)
                        .expect(200)
                        .json()
                        .at("/team/id")
                        .asText())
                .isEqualTo(first);
        assertThat(notifications(manager)).containsExactly("escalation");
        ann.with("If-Match", "\"99\"")
                .post(
                        path,
                        Map.of(
                                "kind", "review",
                                "reason", "authority",
                                "explanation", "x",
                                "team", specialists))
                .expect(412);
    }

    @Test
    void whoIsMentionedOrReferredToWatchesTheTicketAndReadsThatTheyAre() {
        sue.get(Tickets.path(ticket, "")).expect(404);
        new Tickets(ann)
                .say(ticket, "note", "Have you seen this, @sue." + tag + "?")
                .expect(201);
        new Tickets(sue).get(ticket).expect(200);
        ann.post(Tickets.path(ticket, "/tasks"), Map.of("title", "Look", "assignee", person("sue." + tag)))
                .expect(201);
        assertThat(notifications(sue)).containsExactly("task", "mention");
        assertThat(notifications(ann)).isEmpty();

        String others = team("Others", Map.of());
        Http olaf = people.agent("olaf." + tag, "agent", others);
        JsonNode referred = ann.post(
                        Tickets.path(ticket, "/referrals"), Map.of("team", others, "reason", "Is it yours?"))
                .expect(201)
                .json();
        assertThat(referred.path("watching")).hasSize(1);
        new Tickets(olaf).get(ticket).expect(200);
        assertThat(notifications(olaf)).containsExactly("referral");
        ann.post(Tickets.path(ticket, "/referrals"), "{}").expect(400);

        JsonNode mine = sue.get(API + "/notifications?limit=1").expect(200).json();
        assertThat(mine.at("/items/0/ticket/subject").asText()).isEqualTo("Printer " + tag);
        JsonNode rest = sue.get(API + "/notifications?limit=1&cursor="
                        + mine.path("next").asText())
                .expect(200)
                .json();
        String mention = rest.at("/items/0/id").asText();
        assertThat(rest.at("/items/0/by/name").asText()).isEqualTo("ann." + tag);
        olaf.post(API + "/notifications/read", Map.of("ids", List.of(mention))).expect(200);
        assertThat(unread(sue)).hasSize(2);
        sue.post(API + "/notifications/read", Map.of("ids", List.of(mention))).expect(200);
        assertThat(unread(sue)).hasSize(1);
        sue.post(API + "/notifications/read", Map.of()).expect(200);
        assertThat(unread(sue)).isEmpty();
        sue.post(API + "/notifications/read", "{\"ids\":[\"x\"]}").expect(400);
        sue.get(API + "/notifications?cursor=x").expect(400);
    }

    @Test
    void customersAreToldWhoIsInCopyAndNotWhomANoteCalled() {
        Http customer = people.customer("cora." + tag);
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted("Scanner " + tag));
        wanted.put("requester", Map.of("email", People.address("cora." + tag)));
        String theirs = new Tickets(administrator).open(wanted).path("id").asText();
        String participants = Tickets.path(theirs, "/participants");
        String copied = People.address("copied." + tag);
        administrator.post(participants, Map.of("kind", "cc", "email", copied)).expect(201);
        new Tickets(administrator).say(theirs, "note", "Look, @sue." + tag).expect(201);
        assertThat(Tickets.items(administrator.get(participants))).hasSize(2);
        assertThat(Tickets.items(customer.get(participants)))
                .singleElement()
                .satisfies(found -> assertThat(found.path("email").asText()).isEqualTo(copied));
    }

    private static List<String> notifications(Http caller) {
        return Tickets.items(caller.get(API + "/notifications")).stream()
                .map(notification -> notification.path("kind").asText())
                .toList();
    }

    private static List<JsonNode> unread(Http caller) {
        return Tickets.items(caller.get(API + "/notifications?unread=true"));
    }
}
