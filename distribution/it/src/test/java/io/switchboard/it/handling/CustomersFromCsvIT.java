package io.switchboard.it.handling;

import static io.switchboard.it.handling.HandlingDesk.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/** A desk learns from the export of a CRM who its customers are, while it runs (SP1); one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomersFromCsvIT {
    private static final String PLUGIN = "directory-csv";
    private static final String HEADER = "Mail,Name,Firm,Key Account,Lang\n";
    private static final String CFO = "cfo@bank.example";
    private static final String CLERK = "clerk@bank.example";

    private Path folder;
    private RunningServer server;
    private HandlingDesk desk;
    private String junior;
    private String senior;
    private String ticketOfClerk;
    private long clockMoved;

    /** The senior agent has more to do, so that nobody is given to them by chance. */
    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        server = ServerSetup.in(folder).with("--test-clock").start();
        desk = new HandlingDesk(server.administrator());
        String team = desk.team("First line");
        junior = desk.agent("junior", false, team);
        senior = desk.agent("senior", true, team);
        Tickets tickets = new Tickets(desk.administrator());
        for (int busy = 0; busy < 5; busy++) {
            String ticket = tickets.open("Keeps the senior agent busy");
            tickets.changing(ticket)
                    .put(Tickets.path(ticket, "/assignment"), Map.of("agent", senior))
                    .expect(200);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void withoutADirectoryNobodyIsVeryImportantAndNobodyIsLookedUp() {
        JsonNode ticket = desk.open("The clerk's first", CLERK);
        ticketOfClerk = ticket.path("id").asText();
        assertThat(desk.assignee(ticketOfClerk)).isEqualTo(junior);
        lookUp(CLERK, Map.of()).expect(404);
        desk.administrator().post(API + "/customer-lookups", Map.of()).expect(404);
    }

    @Test
    @Order(2)
    void thePluginIsInstalledWhileTheDeskRunsAndSaysWhatItLacks() {
        desk.install(PLUGIN);
        Patience.until("it misses its file", () -> desk.health(PLUGIN).contains("set 'file'"));
        assertThat(desk.administrator()
                        .get(Plugins.path(PLUGIN, "/settings"))
                        .expect(200)
                        .text())
                .contains("emailColumn", "vipValues", "maximumLines");
    }

    @Test
    @Order(3)
    void whomTheExportCallsVeryImportantHasASeniorAgentFromTheStart() throws IOException {
        write(CFO + ",Carla Fox,Bank of Example,x,en_gb\n" + CLERK + ",Clark,Bank of Example,,\n");
        desk.set(
                PLUGIN,
                Map.of(
                        "file", file().toString(),
                        "emailColumn", "mail",
                        "organizationColumn", "firm",
                        "vipColumn", "key account",
                        "languageColumn", "lang"));
        Patience.until("it is well", () -> desk.health(PLUGIN).contains("\"green\""));

        String ticket = desk.open("My charger is dead", CFO).path("id").asText();

        assertThat(desk.assignee(ticket)).isEqualTo(senior);
        assertThat(desk.read(ticket).path("tags").toString()).contains("vip");
        JsonNode customer = desk.customer(CFO);
        assertThat(customer.path("name").asText()).isEqualTo("Carla Fox");
        assertThat(customer.path("vip").asBoolean()).isTrue();
        assertThat(customer.path("language").asText()).isEqualTo("en-GB");
        assertThat(customer.path("origins").path("vip").path("directory").asText())
                .isEqualTo(PLUGIN);
        JsonNode organization = desk.administrator()
                .get(API + "/organizations/" + customer.path("organization").asText())
                .expect(200)
                .json();
        assertThat(organization.path("name").asText()).isEqualTo("Bank of Example");
    }

    @Test
    @Order(4)
    void aChangedExportTakesOpenTicketsToSeniorAgents() throws IOException {
        write(CFO + ",Carla Fox,Bank of Example,x,\n" + CLERK + ",Clark,Bank of Example,X,\n");
        Patience.until("the senior agent has the clerk's ticket", () -> {
            aMinuteLater();
            return desk.assignee(ticketOfClerk).equals(senior);
        });
        assertThat(new Tickets(desk.administrator()).history(ticketOfClerk).toString())
                .contains("The customer directory directory-csv says so", "handle-vip");
        assertThat(desk.customer(CLERK).path("name").asText()).isEqualTo("Clark");
    }

    @Test
    @Order(5)
    void whatAPersonSetStaysUntilItIsToFollowAgain() throws IOException {
        String clerk = desk.customer(CLERK).path("id").asText();
        desk.change("/customers/" + clerk, Map.of("vip", false));
        JsonNode found = lookUp(CLERK, Map.of()).expect(200).json();
        assertThat(found.at("/directories/0/answer").asText()).isEqualTo("known");
        assertThat(found.path("changed")).isEmpty();
        assertThat(found.at("/customer/vip").asBoolean()).isFalse();
        assertThat(found.at("/customer/origins/vip/directory").isNull()).isTrue();

        found = lookUp(CLERK, Map.of("follow", List.of("vip"))).expect(200).json();
        assertThat(found.path("changed").toString()).isEqualTo("[\"vip\"]");
        assertThat(found.at("/customer/vip").asBoolean()).isTrue();
        lookUp(CLERK, Map.of("follow", List.of("email"))).expect(400);
        assertThat(lookUp("stranger@example.org", Map.of()).status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void anExportThatCannotBeReadIsNamedByItsLineAndWhatWasReadBeforeIsServedOn() throws IOException {
        write(CFO + ",Carla Fox,Bank of Example,,no language\n" + "\"broken");
        Patience.until("it complains", () -> desk.health(PLUGIN).contains("quotes are wrong after line 2"));
        assertThat(lookUp(CLERK, Map.of())
                        .expect(200)
                        .json()
                        .at("/directories/0/answer")
                        .asText())
                .isEqualTo("known");
        write(CFO + ",Carla Fox,Bank of Example,,no language\n");
        Patience.until("it names the line", () -> desk.health(PLUGIN).contains("line 2: 'lang' is no language tag"));
        assertThat(desk.health(PLUGIN)).doesNotContain("no language\"", "Carla");
        assertThat(lookUp(CFO, Map.of()).expect(200).json().at("/customer/vip").asBoolean())
                .as("what was known of her before the line broke")
                .isTrue();
    }

    @Test
    @Order(7)
    void afterARestartTheDeskKnowsWhatItKnewAndLooksOn() throws IOException {
        server.stop();
        server.startAgain();
        desk = new HandlingDesk(server.administrator());
        assertThat(desk.customer(CLERK)
                        .path("origins")
                        .path("vip")
                        .path("directory")
                        .asText())
                .isEqualTo(PLUGIN);
        write(CFO + ",Carla Fox-Example,Bank of Example,x,\n");
        Patience.until("the new name", () -> {
            aMinuteLater();
            return desk.customer(CFO).path("name").asText().equals("Carla Fox-Example");
        });
    }

    @Test
    @Order(8)
    void whenThePluginIsRemovedWhatItToldStays() {
        desk.remove(PLUGIN);
        lookUp(CFO, Map.of()).expect(404);
        assertThat(desk.customer(CFO).path("vip").asBoolean()).isTrue();
        assertThat(desk.assignee(desk.open("Another charger", CFO).path("id").asText()))
                .isEqualTo(senior);
    }

    private Response lookUp(String email, Map<String, ?> request) {
        if (email.startsWith("stranger")) {
            desk.open("A stranger's", email);
        }
        String id = desk.customer(email).path("id").asText();
        return desk.administrator().post(API + "/customers/" + id + "/lookup", request);
    }

    /** Once a second at most, so that the desk's clock is not hours ahead on a slow machine. */
    private void aMinuteLater() {
        if (System.nanoTime() - clockMoved < 1_000_000_000L) {
            return;
        }
        clockMoved = System.nanoTime();
        Http administrator = desk.administrator();
        administrator.post(API + "/clock", Map.of("by", "PT61S")).expect(200);
    }

    private Path file() {
        return folder.resolve("export").resolve("customers.csv").toAbsolutePath();
    }

    /** As a careful CRM does it: beside the place first, then moved there. */
    private void write(String lines) throws IOException {
        Files.createDirectories(file().getParent());
        Path beside = Files.writeString(file().resolveSibling("new.csv"), HEADER + lines);
        Files.move(beside, file(), StandardCopyOption.REPLACE_EXISTING);
    }
}
