package io.switchboard.it.handling;

import static io.switchboard.it.handling.HandlingDesk.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Confirmed defects are reported once, wait at Development, and come back with the word of the tracker (SP3); one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BugTrackersIT {
    private static final String BUG = "handle-bug";
    private static final String GITHUB = "tracker-github";
    private static final String JIRA = "tracker-jira";
    private static final String SECRET = "a secret of some length";
    private static final String WEBHOOK = API + IssueServer.WEBHOOK;

    private final IssueServer issues = new IssueServer();
    private RunningServer server;
    private HandlingDesk desk;
    private String support;
    private String security;
    private String ann;
    private Http eve;
    private String first;
    private String second;
    private String third;
    private long clockMoved;

    @BeforeAll
    void start(@TempDir Path temporary) {
        server = ServerSetup.in(temporary)
                .with("--test-clock")
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.outgoing.allow=127.0.0.1")
                .start();
        desk = new HandlingDesk(server.administrator());
        support = desk.team("First line");
        desk.team("Development");
        security = desk.team("Security");
        ann = desk.agent("ann", true, support);
    }

    @AfterAll
    void stop() {
        server.close();
        issues.stop();
    }

    @Test
    @Order(1)
    void theyAreInstalledWhileTheDeskRunsAndSayWhatTheyLack() {
        desk.install(BUG);
        desk.install(GITHUB);
        Patience.until("it misses its repository", () -> desk.health(GITHUB).contains("set 'repository'"));
        desk.set(
                GITHUB,
                Map.of(
                        "address",
                        issues.address(),
                        "repository",
                        "octo/app",
                        "token",
                        "canary-4711",
                        "webhookSecret",
                        SECRET));
        Patience.until("it is well", () -> desk.health(GITHUB).contains("\"green\""));
        Patience.until("it is well", () -> desk.health(BUG).contains("\"green\""));
        assertThat(desk.administrator()
                        .get(Plugins.path(GITHUB, "/settings"))
                        .expect(200)
                        .text())
                .doesNotContain("canary-4711", SECRET);
    }

    @Test
    @Order(2)
    void aConfirmedDefectIsReportedOnceAndWaitsAtDevelopmentForTheThirdParty() {
        first = inWork("Carla's export crashes", "carla@customer.example");
        desk.change(
                "/tickets/" + first, Map.of("fields", Map.of("defect", "Export of an empty list crashes\n\nAlways.")));
        confirm(first);
        waits(first);
        JsonNode ticket = desk.read(first);
        assertThat(ticket.path("team").path("name").asText()).isEqualTo("Development");
        assertThat(ticket.path("tags").toString()).contains("\"bug\"");
        assertThat(ticket.path("fields").path("bugReport").asText()).isEqualTo("octo/app#1");
        assertThat(new Tickets(desk.administrator()).bodies(first).toString())
                .contains("octo/app#1", issues.address() + "/octo/app/issues/1");
        assertThat(issues.words(1))
                .startsWith("Export of an empty list crashes\nAlways.")
                .contains(ticket.path("number").asText())
                .doesNotContainIgnoringCase("carla");
        assertThat(new Tickets(desk.administrator()).history(first).toString())
                .contains("ticket.escalated", "technical_complexity");
        assertThat(issues.count()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void aSecondTicketOfTheSameDefectJoinsTheFirstReport() {
        second = inWork("My export, too", "bo@customer.example");
        desk.administrator()
                .post(API + "/tickets/" + second + "/links", Map.of("kind", "duplicate", "to", first))
                .expect(201);
        confirm(second);
        waits(second);
        Patience.until("the tracker knows of it", () -> issues.comments.size() == 1);
        assertThat(issues.comments.get(0))
                .contains(desk.read(second).path("number").asText());
        assertThat(issues.count()).isEqualTo(1);
        assertThat(desk.administrator()
                        .get(API + "/x/handle-bug/reports")
                        .expect(200)
                        .text())
                .contains("octo/app#1", desk.read(second).path("number").asText());
    }

    @Test
    @Order(4)
    void onlyTheTrackerItselfHasTheDeskAskAndBothTicketsComeBackWithWord() {
        issues.close(1, "completed");
        issues.deliver(server.http(), 1, "a secret of somebody else").expect(401);
        server.http()
                .send("POST", WEBHOOK, BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]), Map.of())
                .expect(413);
        server.http().post(API + "/x/handle-bug/webhooks/elsewhere", Map.of()).expect(404);
        assertThat(desk.read(first).path("status").asText()).isEqualTo("waiting_for_third_party");

        for (int time = 0; time < 2; time++) {
            issues.deliver(server.http(), 1, SECRET).expect(204);
        }

        for (String ticket : List.of(first, second)) {
            works(ticket);
            JsonNode back = desk.read(ticket);
            assertThat(back.path("team").path("name").asText()).isEqualTo("First line");
            assertThat(back.path("assignee").path("id").asText()).isEqualTo(ann);
            assertThat(new Tickets(desk.administrator()).bodies(ticket))
                    .filteredOn(body -> body.contains("it is repaired"))
                    .singleElement()
                    .asString()
                    .contains("closed as completed", "octo/app#1");
        }
    }

    @Test
    @Order(5)
    void aTrackerThatIsAwayIsNamedAndGetsTheReportOnceWhenItIsBackAlthoughItLosesAnAnswer() {
        issues.stop();
        third = inWork("The clock is wrong", "di@customer.example");
        confirm(third);
        Patience.until("health names it", () -> desk.health(BUG).contains("asked in vain about 1 defects"));
        assertThat(new Tickets(desk.administrator()).history(third).toString())
                .contains("The defect is not reported yet");
        assertThat(desk.read(third).path("status").asText()).isEqualTo("in_progress");

        issues.losesAnswer = true;
        issues.startAgain();
        Patience.until("it is reported", () -> {
            moveClock("PT61S");
            return status(third).equals("waiting_for_third_party");
        });
        assertThat(issues.count()).isEqualTo(2);
        Patience.until("it is well", () -> desk.health(BUG).contains("\"green\""));
    }

    @Test
    @Order(6)
    void whatATrackerHadComesBackAfterAKillAndAfterItsPluginWasAway() {
        desk.remove(GITHUB);
        issues.close(2, "not_planned");
        Patience.until("it is asked in vain", () -> {
            moveClock("PT16M");
            return desk.health(BUG).contains("no tracker 'github'");
        });
        server.kill9();
        server.startAgain();
        desk = new HandlingDesk(server.administrator());
        assertThat(status(third)).isEqualTo("waiting_for_third_party");

        desk.install(GITHUB);
        Patience.until("it is told", () -> {
            moveClock("PT16M");
            return status(third).equals("in_progress");
        });
        assertThat(new Tickets(desk.administrator()).bodies(third).toString()).contains("closed as not planned");
        assertThat(issues.count()).isEqualTo(2);
    }

    @Test
    @Order(7)
    void securityGoesBeforeImportanceBeforeDefectsAllLeaveTheirMarksAndNothingConfidentialIsReportedWithoutAWord() {
        letThePluginLearnOfWhatIsConfidential();
        desk.made("/customers", Map.of("name", "cfo", "email", People.address("cfo"), "vip", true));
        desk.made("/categories", Map.of("id", "bug", "name", "Bugs"));
        String id = strangeMail();
        Patience.until(
                "the Security team sees it", () -> eve.get(Tickets.path(id, "")).status() == 200);
        JsonNode ticket = new Tickets(eve).get(id).json();
        assertThat(ticket.path("tags").toString()).contains("security", "vip", "bug");
        assertThat(ticket.path("team").path("id").asText()).isEqualTo(security);

        tag(id, "security", "vip", "bug", "confirmed-defect");
        Patience.until(
                "it is held",
                () -> new Tickets(eve)
                        .history(id)
                        .toString()
                        .contains("not reported, since the ticket is confidential"));
        assertThat(issues.count()).isEqualTo(2);

        tag(id, "security", "vip", "bug", "confirmed-defect", "report-confidential");
        Patience.until("it is reported", () -> issues.count() == 3);
        assertThat(issues.words(3)).doesNotContain("Strange", "phishing", "cfo");
        Patience.until(
                "it is told", () -> new Tickets(eve).bodies(id).toString().contains("octo/app#3"));
        assertThat(new Tickets(eve).get(id).json().path("team").path("id").asText())
                .isEqualTo(security);
    }

    /** Somebody who may learn of it himself grants it; changed settings have the reaction ask for its events anew. */
    private void letThePluginLearnOfWhatIsConfidential() {
        eve = People.of(server).agent("eve", "agent", security);
        desk.made(
                "/roles",
                Map.of(
                        "id",
                        "trustee",
                        "name",
                        "Trustee",
                        "rights",
                        List.of("plugin.edit", "plugin.read", "ticket.confidential")));
        Http tom = People.of(server).agent("tom", "trustee", security);
        tom.put(API + "/plugins/" + BUG + "/rights", Map.of("rights", List.of("ticket.confidential")))
                .expect(200);
        desk.set(BUG, Map.of("tracker", "github"));
    }

    private String strangeMail() {
        return desk.administrator()
                .post(
                        API + "/tickets",
                        Map.of(
                                "subject",
                                "Strange mail",
                                "description",
                                "I think it was phishing",
                                "category",
                                "bug",
                                "requester",
                                Map.of("email", People.address("cfo"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void tag(String ticket, String... tags) {
        new Tickets(eve)
                .changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("tags", List.of(tags)))
                .expect(200);
    }

    @Test
    @Order(8)
    void ofTwoTrackersTheOneOfTheSettingsGetsTheReport() {
        desk.install(JIRA);
        desk.set(
                JIRA,
                Map.of(
                        "address",
                        issues.address() + "/jira",
                        "project",
                        "APP",
                        "user",
                        "desk@x.example",
                        "token",
                        "t"));
        desk.set(BUG, Map.of("tracker", "jira"));
        Patience.until("it is well", () -> desk.health(JIRA).contains("\"green\""));
        String ticket = inWork("It is slow", "flo@customer.example");
        confirm(ticket);
        waits(ticket);
        assertThat(desk.read(ticket).path("fields").path("bugReport").asText()).isEqualTo("APP-1");
        assertThat(issues.jiraIssues).hasSize(1);
        assertThat(issues.count()).isEqualTo(3);
    }

    private String inWork(String subject, String email) {
        String ticket = desk.open(subject, email).path("id").asText();
        new Tickets(desk.administrator())
                .changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("agent", ann, "team", support))
                .expect(200);
        new Tickets(desk.administrator()).move(ticket, "in_progress").expect(200);
        return ticket;
    }

    private void confirm(String ticket) {
        desk.change("/tickets/" + ticket, Map.of("tags", List.of("confirmed-defect")));
    }

    private void waits(String ticket) {
        Patience.until("it waits", () -> status(ticket).equals("waiting_for_third_party"));
    }

    private void works(String ticket) {
        Patience.until("it is worked on", () -> status(ticket).equals("in_progress"));
    }

    private String status(String ticket) {
        return desk.read(ticket).path("status").asText();
    }

    /** Once a second at most, so that the desk's clock is not hours ahead on a slow machine. */
    private void moveClock(String by) {
        if (System.nanoTime() - clockMoved > 1_000_000_000L) {
            clockMoved = System.nanoTime();
            desk.administrator().post(API + "/clock", Map.of("by", by)).expect(200);
        }
    }
}
