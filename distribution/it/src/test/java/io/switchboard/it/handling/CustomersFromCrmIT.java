package io.switchboard.it.handling;

import static io.switchboard.it.handling.HandlingDesk.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A desk asks a CRM over HTTP who its customers are, and goes on when the CRM does not; one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomersFromCrmIT {
    private static final String PLUGIN = "directory-http";
    private static final String SECRET = "Bearer canary-4711";
    private static final String CFO = "cfo+1@bank.example";
    private static final String CLERK = "clerk@bank.example";
    private static final String LATE = "late@bank.example";

    private final CrmServer crm = new CrmServer();
    private RunningServer server;
    private Path data;
    private HandlingDesk desk;
    private String junior;
    private String senior;
    private long clockMoved;

    /** The senior agent has more to do, so that nobody is given to them by chance. */
    @BeforeAll
    void start(@TempDir Path temporary) {
        ServerSetup setup = ServerSetup.in(temporary)
                .with("--test-clock")
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.outgoing.allow=127.0.0.1");
        data = setup.data();
        server = setup.start();
        desk = new HandlingDesk(server.administrator());
        String team = desk.team("First line");
        junior = desk.agent("junior", false, team);
        senior = desk.agent("senior", true, team);
        Tickets tickets = new Tickets(desk.administrator());
        for (int busy = 0; busy < 8; busy++) {
            String ticket = tickets.open("Keeps the senior agent busy");
            tickets.changing(ticket)
                    .put(Tickets.path(ticket, "/assignment"), Map.of("agent", senior))
                    .expect(200);
        }
    }

    @AfterAll
    void stop() {
        server.close();
        crm.stop();
    }

    @Test
    @Order(1)
    void aFileInThePluginFolderRunsAtOnceAndSaysWhatItLacks() throws IOException {
        try (Stream<Path> files = Files.list(Distribution.home().resolve("optional"))) {
            Path archive = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(PLUGIN + "-"))
                    .findFirst()
                    .orElseThrow();
            Files.createDirectories(data.resolve("plugins"));
            Files.copy(archive, data.resolve("plugins").resolve(archive.getFileName()));
        }
        Patience.until(
                "it runs", () -> new Plugins(desk.administrator()).states().contains(PLUGIN + " active"));
        Patience.until("it misses its address", () -> desk.health(PLUGIN).contains("set 'address'"));
    }

    @Test
    @Order(2)
    void whomTheCrmCallsVeryImportantHasASeniorAgent() {
        contact(CFO, "\"Carla Fox\"", true);
        set(crm.address());
        Patience.until("it is well", () -> desk.health(PLUGIN).contains("\"green\""));

        String ticket = desk.open("My charger is dead", CFO).path("id").asText();

        Patience.until("the senior agent has it", () -> desk.assignee(ticket).equals(senior));
        assertThat(desk.read(ticket).path("tags").toString()).contains("vip");
        JsonNode customer = desk.customer("cfo%2B1@bank.example");
        assertThat(customer.path("name").asText()).isEqualTo("Carla Fox");
        assertThat(customer.path("vip").asBoolean()).isTrue();
        assertThat(customer.at("/attributes/account manager").asText()).isEqualTo("Grace");
        assertThat(customer.at("/origins/vip/directory").asText()).isEqualTo(PLUGIN);
        assertThat(crm.asked).contains(SECRET + " mail=cfo%2B1%40bank.example");
    }

    @Test
    @Order(3)
    void theSecretIsNotShownAgain() {
        String settings = desk.administrator()
                .get(Plugins.path(PLUGIN, "/settings"))
                .expect(200)
                .text();
        assertThat(settings).contains("maximumAnswer", "secret").doesNotContain("canary-4711");
    }

    @Test
    @Order(4)
    void whoIsUnknownToTheCrmIsAnOrdinaryCustomerUntilItKnowsThem() {
        String ticket = desk.open("The clerk's", CLERK).path("id").asText();
        assertThat(desk.assignee(ticket)).isEqualTo(junior);
        assertThat(lookUp(CLERK).at("/directories/0/answer").asText()).isEqualTo("unknown");

        contact(CLERK, "\"Clark\"", true);
        JsonNode found = lookUp(CLERK);

        assertThat(found.at("/directories/0/answer").asText()).isEqualTo("known");
        assertThat(found.path("changed").toString()).contains("name", "vip");
        Patience.until("the senior agent has it", () -> desk.assignee(ticket).equals(senior));
    }

    @Test
    @Order(5)
    void whatTheCrmAnswersAmissIsAFailureThatNamesTheMatterAndTakesNothingAway() {
        crm.status = 500;
        fails("status 500");
        crm.status = 200;
        known();
        crm.status = 429;
        fails("will be asked again later");
        crm.status = 200;
        fails("left alone until");
        Patience.until("it is known again", () -> {
            moveClock("PT11S");
            return answer().path("answer").asText().equals("known");
        });
        amiss("<html>maintenance</html>", "no JSON");
        amiss(json(CLERK, "\"" + "x".repeat(3_000) + "\"", false), "2 KiB of 'maximumAnswer'");
        amiss(json(CLERK, "{\"first\":\"Clark\"}", false), "'name' leads to an object");
        Patience.until("health names it", () -> desk.health(PLUGIN).contains("'name' leads to an object"));
        assertThat(desk.health(PLUGIN)).doesNotContain("Clark");
        set("http://10.1.2.3/contacts?mail={email}");
        fails("switchboard.outgoing.allow");
        assertThat(desk.customer(CLERK).path("vip").asBoolean()).isTrue();
        assertThat(desk.customer(CLERK).path("name").asText()).isEqualTo("Clark");
        set(crm.address());
        known();
    }

    @Test
    @Order(6)
    void aCrmThatHangsKeepsNoTicketWaiting() {
        CountDownLatch release = new CountDownLatch(1);
        crm.held = release;
        try {
            JsonNode ticket = desk.open("While the CRM hangs", "somebody@example.org");
            assertThat(desk.assignee(ticket.path("id").asText())).isEqualTo(junior);
            Patience.until("it is named", () -> desk.health(PLUGIN).contains("ms of 'timeout'"));
        } finally {
            crm.held = null;
            release.countDown();
        }
        known();
    }

    @Test
    @Order(7)
    void aCrmThatIsDownCostsTheTicketNothingAndIsAskedAgain() {
        crm.stop();
        String ticket = desk.open("While the CRM is down", LATE).path("id").asText();
        assertThat(desk.assignee(ticket)).isEqualTo(junior);
        Patience.until("it is named", () -> {
            assertThat(lookUp(LATE).at("/directories/0/answer").asText()).isEqualTo("failed");
            return desk.health(PLUGIN).contains("cannot be reached");
        });
        assertThat(desk.health(PLUGIN)).contains("\"red\"").doesNotContain(LATE);

        contact(LATE, "\"Lara Late\"", true);
        crm.startAgain();
        Patience.until("the senior agent has it", () -> {
            if (moveClock("PT61S")) {
                desk.administrator().post(API + "/customer-lookups", Map.of()).expect(204);
            }
            return desk.assignee(ticket).equals(senior);
        });
        assertThat(new Tickets(desk.administrator()).history(ticket).toString())
                .contains("The customer directory directory-http says so");
    }

    private void set(String address) {
        desk.set(
                PLUGIN,
                Map.of(
                        "address",
                        address,
                        "secret",
                        SECRET,
                        "customer",
                        "/contact",
                        "email",
                        "/emails/0",
                        "attributes",
                        new String[] {"account manager = /owner/name"},
                        "maximumAnswer",
                        2));
    }

    private void contact(String email, String name, boolean vip) {
        crm.contacts.put(email, json(email, name, vip));
    }

    private static String json(String email, String name, boolean vip) {
        return "{\"contact\": {\"emails\": [\"" + email + "\"], \"name\": " + name + ", \"vip\": " + vip
                + ", \"owner\": {\"name\": \"Grace\"}}}";
    }

    /** The CRM says something wrong about the clerk, and then what is right: the desk rests from what fails five times. */
    private void amiss(String answer, String why) {
        crm.contacts.put(CLERK, answer);
        fails(why);
        contact(CLERK, "\"Clark\"", true);
        known();
    }

    private JsonNode lookUp(String email) {
        String id = desk.customer(email).path("id").asText();
        return desk.administrator()
                .post(API + "/customers/" + id + "/lookup", Map.of())
                .expect(200)
                .json();
    }

    /** What the plugin says of the clerk. */
    private JsonNode answer() {
        return lookUp(CLERK).at("/directories/0");
    }

    /** The desk leaves a plugin alone for seconds when it keeps failing. */
    private void fails(String why) {
        Patience.until(why, () -> {
            JsonNode answer = answer();
            return answer.path("answer").asText().equals("failed")
                    && answer.path("message").asText().contains(why);
        });
    }

    private void known() {
        Patience.until(
                "the clerk is known", () -> answer().path("answer").asText().equals("known"));
    }

    /** Once a second at most, so that the desk's clock is not hours ahead on a slow machine. */
    private boolean moveClock(String by) {
        if (System.nanoTime() - clockMoved < 1_000_000_000L) {
            return false;
        }
        clockMoved = System.nanoTime();
        desk.administrator().post(API + "/clock", Map.of("by", by)).expect(200);
        return true;
    }
}
