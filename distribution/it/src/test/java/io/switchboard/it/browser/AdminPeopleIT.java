package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.SwitchboardServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator enters about those who work at the desk. */
@SwitchboardServer
class AdminPeopleIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    @AutoClose
    private static Chromium chromium;

    private static RunningServer server;
    private static Http administrator;
    private static String team;

    @BeforeAll
    static void begin(RunningServer running) {
        chromium = Chromium.start();
        server = running;
        administrator = server.administrator();
        team = unique("front-desk");
        People.of(server).team(team);
    }

    @Test
    void somebodyNewIsAddedInvitedAndChoosesAPassword() {
        String name = unique("nora");
        try (Screen screen = people()) {
            RecordDialog.add(screen);
            RecordDialog.type(screen, "name", name);
            RecordDialog.type(screen, "email", People.address(name));
            screen.at("dialog.record").getByLabel(team).check();
            RecordDialog.save(screen);
            Locator row = screen.at(".rows tr").filter(new Locator.FilterOptions().setHasText(name));
            assertThat(row).containsText(team);

            row.locator(".as-link").click();
            screen.at(".account").getByText("Invite").click();
            String link = screen.at(".once input").inputValue();
            screen.page().getByText("I have it").click();
            assertThat(screen.at(".once")).hasCount(0);
            server.http()
                    .post(
                            API + "/invitations/" + link.substring(link.lastIndexOf('/') + 1),
                            Map.of("password", PASSWORD))
                    .expect(204);
            screen.page().keyboard().press("Escape");
        }
        assertThat(server.http()
                        .signIn(People.address(name), PASSWORD)
                        .get(API + "/session")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatSomebodyKnowsHasPassedAndWhenTheyWorkIsEnteredLineByLineAndTakenBack() {
        String name = person();
        try (Screen screen = people()) {
            edit(screen, name);
            screen.page().getByText("Add a skill").click();
            screen.page().getByLabel("Skill 1", exactly()).fill("network");
            screen.page().getByLabel("Level of skill 1").selectOption("4");
            screen.page().getByText("Add a skill").click();
            screen.page().getByLabel("Skill 2", exactly()).fill("two words");
            screen.page().getByText("Add a certificate").click();
            screen.page().getByLabel("Certificate 1", exactly()).fill("card-payments");
            screen.page().getByLabel("Day on which certificate 1").fill("2026-03-31");
            screen.at("#setting-zone").selectOption("Europe/Berlin");
            screen.page().getByText("Add hours").click();
            screen.page().getByText("Add hours").click();
            screen.page().getByLabel("End on day 2").fill("00:00");
            RecordDialog.save(screen);

            assertThat(screen.at("dialog.record .wrong")).containsText("ids such as network");
            screen.page().getByLabel("Skill 2", exactly()).fill("radio");
            RecordDialog.save(screen);
            assertThat(screen.at("dialog.record")).hasCount(0);
            JsonNode kept = agent(name);
            assertThat(kept.path("skills")).isEqualTo(Json.read("{\"network\": 4, \"radio\": 3}"));
            assertThat(kept.path("certificates").toString()).isEqualTo("{\"card-payments\":\"2026-03-31\"}");
            assertThat(kept.path("zone").asText()).isEqualTo("Europe/Berlin");
            assertThat(kept.path("workingHours").toString())
                    .isEqualTo("[{\"day\":\"monday\",\"from\":\"09:00\",\"to\":\"17:00\"},"
                            + "{\"day\":\"tuesday\",\"from\":\"09:00\",\"to\":\"24:00\"}]");

            edit(screen, name);
            assertThat(screen.page().getByLabel("End on day 2")).hasValue("00:00");
            screen.at(".record .rule-lines").first().locator("button").first().click();
            assertThat(screen.page().getByLabel("Skill 1", exactly())).hasValue("radio");
            RecordDialog.save(screen);
            assertThat(screen.at("dialog.record")).hasCount(0);
        }
        assertThat(agent(name).path("skills").toString()).isEqualTo("{\"radio\":3}");
    }

    @Test
    void whenSomebodyIsAwayIsEnteredAndTakenBack() {
        String name = person();
        String absences = API + "/agents/" + agent(name).path("id").asText() + "/absences";
        try (Screen screen = people()) {
            edit(screen, name);
            assertThat(screen.at(".absences")).containsText("No absence is entered");
            screen.page().getByText("Add an absence").click();
            screen.page().getByLabel("First day away").fill("2030-07-01");
            screen.page().getByLabel("Last day away").fill("2030-06-30");
            screen.page().getByText("Enter it").click();
            assertThat(screen.at(".absences .notice.bad")).isVisible();
            screen.page().getByLabel("Last day away").fill("2030-07-02");
            screen.page().getByLabel("Reason").fill("On the mountain");
            screen.page().keyboard().press("Enter");
            assertThat(screen.at(".absences li")).containsText("On the mountain");
            JsonNode kept = administrator.get(absences).json().path("items").get(0);
            assertThat(Duration.between(
                            Instant.parse(kept.path("from").asText()),
                            Instant.parse(kept.path("until").asText())))
                    .isEqualTo(Duration.ofDays(2));
            screen.at(".absences li button").click();
            assertThat(screen.at(".absences li")).hasCount(0);
        }
        assertThat(administrator.get(absences).json().path("items")).isEmpty();
    }

    private static String person() {
        String name = unique("agent");
        administrator
                .post(API + "/agents", Map.of("name", name, "email", People.address(name)))
                .expect(201);
        return name;
    }

    private static Screen people() {
        Screen screen = chromium.open(server.address(), Look.USUAL)
                .administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)
                .visit("/admin/people");
        assertThat(screen.at(".admin-scroll")).isVisible();
        return screen;
    }

    private static void edit(Screen screen, String name) {
        screen.at(".rows .as-link").getByText(name).click();
        assertThat(screen.at("dialog.record .absences")).isVisible();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static JsonNode agent(String name) {
        return Json.list(administrator
                        .get(API + "/agents?q=" + name)
                        .expect(200)
                        .json()
                        .path("items"))
                .get(0);
    }

    private static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
