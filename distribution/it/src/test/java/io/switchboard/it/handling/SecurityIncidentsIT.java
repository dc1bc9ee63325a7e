package io.switchboard.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.ListeningTo;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Security incidents are seen by the Security team alone, with the plugin as the distribution installs it (SP2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityIncidentsIT {
    private static final String PLUGIN = "handle-security";
    private static final String KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk canaryword";

    private RunningServer server;
    private Http administrator;
    private Http ann;
    private Http lead;
    private Http eve;
    private String first;

    /** A desk with a first line, to which everything goes, and a Security team. */
    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        People people = People.of(server);
        administrator = people.administrator();
        first = people.team("First line");
        ann = people.agent("ann", "agent", first);
        lead = people.agent("lead", "supervisor", first);
        eve = people.agent("eve", "agent", people.team("Security"));
        people.customer("cora");
        administrator
                .post("/api/v1/customers", Map.of("name", "cfo", "email", People.address("cfo"), "vip", true))
                .expect(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aKeyThatComesByThePortalIsSeenByTheSecurityTeamAloneFromTheFirstMoment() throws IOException {
        try (ListeningTo stream = ListeningTo.events(ann)) {
            String number = ask("cfo", "Is this ours?", KEY).path("number").asText();
            Patience.until("the Security team sees it", () -> {
                assertThat(ann.get(path(number, "")).status()).isEqualTo(404);
                assertThat(listed(ann, "")).doesNotContain(number);
                return eve.get(path(number, "")).status() == 200;
            });
            String id = new Tickets(eve).get(number).json().path("id").asText();

            for (Http other : List.of(ann, lead, administrator)) {
                unseen(other, id, number);
            }
            String ordinary = new Tickets(ann).open("An ordinary one");
            stream.until(ordinary);
            assertThat(stream.text()).doesNotContain(id).doesNotContain(number);
        }
    }

    private void unseen(Http other, String id, String number) {
        for (String part : List.of("", "/thread", "/history", "/links", "/chain", "/assignment/explanation")) {
            assertThat(other.get(path(id, part)).status()).as(part).isEqualTo(404);
            assertThat(other.get(path(number, part)).status()).as(part).isEqualTo(404);
        }
        for (String view : List.of("all", "open", "unassigned", "team", "mine", "overdue")) {
            assertThat(listed(other, "&view=" + view)).as(view).doesNotContain(number);
        }
        assertThat(listed(other, "&requester=" + requester(id))).doesNotContain(number);
        Patience.until("search knows it", () -> listed(eve, "&q=canaryword").contains(number));
        assertThat(listed(other, "&q=canaryword")).doesNotContain(number);
        assertThat(other.post(path(id, "/messages"), Map.of("kind", "note", "body", "x"))
                        .status())
                .isEqualTo(404);
    }

    private String requester(String id) {
        return new Tickets(eve).get(id).json().path("requester").path("id").asText();
    }

    @Test
    void securityGoesBeforeImportanceAndBothLeaveTheirMarks() {
        String number = ask("cfo", "Strange mail", "I think it was phishing")
                .path("number")
                .asText();
        Patience.until(
                "the Security team sees it", () -> eve.get(path(number, "")).status() == 200);

        JsonNode ticket = new Tickets(eve).get(number).json();
        assertThat(ticket.path("tags").toString()).contains("security", "vip");
        assertThat(ticket.path("team").path("name").asText()).isEqualTo("Security");
        assertThat(ticket.path("confidential").asBoolean()).isTrue();
        assertThat(ticket.path("priority").asText()).isEqualTo("P2");
        assertThat(new Tickets(eve).history(number).toString())
                .contains("The text tells of an incident: phishing", "very important customer");
    }

    @Test
    void itsHistoryNamesWhoLooked() {
        String number =
                ask("bo", "Leak", "There was a data breach").path("number").asText();
        Patience.until(
                "the Security team sees it", () -> eve.get(path(number, "")).status() == 200);
        JsonNode seen = new Tickets(eve).get(number).json();
        new Tickets(eve).thread(number);

        List<JsonNode> looks = new Tickets(eve)
                .history(number).stream()
                        .filter(event -> event.path("type").asText().equals("ticket.confidential_read"))
                        .toList();
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).path("actor").path("id").asText())
                .isEqualTo(eve.get("/api/v1/session")
                        .json()
                        .path("user")
                        .path("id")
                        .asText());
        assertThat(new Tickets(eve).get(number).json()).isEqualTo(seen);
    }

    @Test
    void filesOfAnIncidentAreForTheTeamToo() {
        Http cora = server.http().signIn(People.address("cora"), "a password for this test");
        String file = cora.send(
                        "POST",
                        "/api/v1/attachments?name=key.txt",
                        BodyPublishers.ofString("a file"),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        new Tickets(cora).open(Map.of("subject", "Found", "description", KEY, "attachments", List.of(file)));

        assertThat(eve.get("/api/v1/attachments/" + file).status()).isEqualTo(200);
        for (Http other : List.of(ann, lead, administrator)) {
            assertThat(other.get("/api/v1/attachments/" + file).status()).isEqualTo(404);
        }
    }

    @Test
    void aSecretThatComesLaterTakesTheTicketFromOthersInTheSameMoment() {
        Http cora = server.http().signIn(People.address("cora"), "a password for this test");
        String id = new Tickets(cora).open("The printer asks who I am");
        new Tickets(administrator)
                .changing(id)
                .put(path(id, "/assignment"), Map.of("team", first))
                .expect(200);
        assertThat(ann.get(path(id, "")).status()).isEqualTo(200);

        cora.post(path(id, "/messages"), Map.of("body", "I am cora, my password is Elbe-4711!"))
                .expect(201);

        assertThat(ann.get(path(id, "")).status()).isEqualTo(404);
        assertThat(ann.get(path(id, "/thread")).status()).isEqualTo(404);
        assertThat(lead.get(path(id, "")).status()).isEqualTo(404);
        assertThat(new Tickets(eve).bodies(id).toString()).contains("Elbe-4711!");
        assertThat(new Tickets(cora).bodies(id).toString()).contains("Elbe-4711!");
        assertThat(new Tickets(eve).history(id).toString())
                .contains("what looks like a password in clear", "Special handling asks for this team");
        assertThat(server.log()).doesNotContain("Elbe-4711!");
    }

    @Test
    void withoutTheTeamWhoeverMayDoTriageSeesItAndWhy() {
        Plugins plugins = new Plugins(administrator);
        plugins.set(PLUGIN, Map.of("team", "Nobody's team"));
        try {
            Patience.until("the settings are there", () -> plugins.states().contains(PLUGIN + " active"));
            String number =
                    ask("bo", "Malware", "We have malware here").path("number").asText();
            Patience.until(
                    "triage spoke",
                    () -> new Tickets(administrator)
                            .get(number)
                            .json()
                            .path("triage")
                            .asText()
                            .equals("done"));
            for (Http other : List.of(ann, eve)) {
                assertThat(other.get(path(number, "")).status()).isEqualTo(404);
                assertThat(listed(other, "")).doesNotContain(number);
            }
            assertThat(listed(lead, "")).contains(number);
            assertThat(new Tickets(administrator).history(number).toString())
                    .contains("there is no team 'Nobody's team'");
            assertThat(administrator
                            .get(path(number, "/assignment/explanation"))
                            .expect(200)
                            .text())
                    .contains("the team that is to have it is not there");
            Patience.until(
                    "the plugin's health names it",
                    () -> administrator
                            .get(Plugins.path(PLUGIN, "/health"))
                            .expect(200)
                            .text()
                            .contains("The team of the settings is not there"));
        } finally {
            plugins.set(PLUGIN, Map.of("team", "Security"));
        }
    }

    @Test
    void whenThePluginIsRemovedWhatItKeptStaysKept() throws IOException {
        String number = ask("bo", "Ransomware", "A red page, ransomware?")
                .path("number")
                .asText();
        Patience.until(
                "the Security team sees it", () -> eve.get(path(number, "")).status() == 200);
        administrator.delete(Plugins.path(PLUGIN, "")).expect(204);
        try {
            assertThat(ann.get(path(number, "")).status()).isEqualTo(404);
            assertThat(lead.get(path(number, "")).status()).isEqualTo(404);
            assertThat(eve.get(path(number, "")).status()).isEqualTo(200);
        } finally {
            Path archive = Distribution.offeredPlugins().stream()
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(PLUGIN + "-"))
                    .findFirst()
                    .orElseThrow();
            new Plugins(administrator).upload("", Files.readAllBytes(archive)).expect(201);
        }
    }

    private JsonNode ask(String name, String subject, String description) {
        return server.http()
                .post(
                        "/api/v1/x/intake-portal/tickets",
                        Map.of(
                                "name",
                                name,
                                "email",
                                People.address(name),
                                "subject",
                                subject,
                                "description",
                                description))
                .expect(201)
                .json();
    }

    private static String listed(Http caller, String query) {
        return caller.get("/api/v1/tickets?limit=200" + query).expect(200).text();
    }

    private static String path(String ticket, String part) {
        return Tickets.path(ticket, part);
    }
}
