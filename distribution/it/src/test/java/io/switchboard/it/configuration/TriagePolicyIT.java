package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator has triage go by, also after a restart. */
class TriagePolicyIT {
    private static final String POLICY = API + "/triage-policy";

    @Test
    void whatTheAdministratorDecidesIsWhatTriageGoesBy(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Staff staff = new Staff(server);
            String team = staff.team();
            whatANewDeskGoesByIsShown(staff.administrator);
            onlyWhatTheDeskHasIsTaken(staff.administrator);
            theTeamForTheRestGetsWhatNobodyClaimsAndStays(staff.administrator, team);
            server.stop();
            server.startAgain();
            Http administrator = server.administrator();
            Response kept = administrator.get(POLICY).expect(200);
            assertThat(kept.json().path("defaultTeam").asText()).isEqualTo(team);
            assertThat(kept.json().at("/skills/technical-issues~1network/0").asText())
                    .isEqualTo("network");
            assertThat(teamOfANewTicket(administrator)).isEqualTo(team);
            administrator
                    .with("If-Match", kept.header("ETag").orElseThrow())
                    .put(POLICY, Map.of("defaultTeam", team))
                    .expect(200);
            assertThat(administrator.get(POLICY).expect(200).json().path("skills"))
                    .isEmpty();
            nobodyElseSeesOrChangesIt(new Staff(server), team);
        }
    }

    private static void whatANewDeskGoesByIsShown(Http administrator) {
        JsonNode policy = administrator.get(POLICY).expect(200).json();
        assertThat(policy.path("defaultTeam").asText()).isNotEmpty();
        assertThat(policy.path("threshold").asDouble()).isEqualTo(0.6);
    }

    /** Comes last: as long as nobody works at the desk, no rule claims a ticket. */
    private static void nobodyElseSeesOrChangesIt(Staff staff, String team) {
        Http supervisor = staff.signedIn("supervisor", team);
        supervisor.get(POLICY).expect(403);
        supervisor
                .with("If-Match", "*")
                .put(POLICY, Map.of("defaultTeam", team))
                .expect(403);
    }

    private static void onlyWhatTheDeskHasIsTaken(Http administrator) {
        Http any = administrator.with("If-Match", "*");
        String nobody = UUID.randomUUID().toString();
        assertThat(field(any.put(POLICY, "{}"))).isEqualTo("defaultTeam");
        assertThat(field(any.put(POLICY, Map.of("defaultTeam", nobody)))).isEqualTo("defaultTeam");
        String team =
                administrator.get(POLICY).expect(200).json().path("defaultTeam").asText();
        administrator.put(POLICY, Map.of("defaultTeam", team)).expect(428);
        Map.of(
                        "manualTeams", "{\"manualTeams\": [\"" + nobody + "\"]",
                        "threshold", "{\"threshold\": 2",
                        "skills.technical-issues", "{\"skills\": {\"technical-issues\": [null]}",
                        "skills", "{\"skills\": {\"no-such-category\": [\"network\"]}",
                        "skill", "{\"skill\": {}")
                .forEach((field, body) -> assertThat(
                                field(any.put(POLICY, body + ", \"defaultTeam\": \"" + team + "\"}")))
                        .as(body)
                        .isEqualTo(field));
    }

    private static void theTeamForTheRestGetsWhatNobodyClaimsAndStays(Http administrator, String team) {
        Http seen = administrator.with(
                "If-Match", administrator.get(POLICY).expect(200).header("ETag").orElseThrow());
        Map<String, Object> wanted =
                Map.of("defaultTeam", team, "skills", Map.of("technical-issues/network", List.of("network")));
        seen.put(POLICY, wanted).expect(200);
        seen.put(POLICY, wanted).expect(412);
        assertThat(teamOfANewTicket(administrator)).isEqualTo(team);
        administrator.with("If-Match", "*").delete(API + "/teams/" + team).expect(409);
        JsonNode told = Tickets.items(administrator.get(API + "/audit?object=setting:triage"))
                .get(0);
        assertThat(told.path("kind").asText()).isEqualTo("setting.changed");
        assertThat(told.at("/before/skills")).isEmpty();
        assertThat(told.at("/after/defaultTeam").asText()).isEqualTo(team);
    }

    private static String teamOfANewTicket(Http administrator) {
        return new Tickets(administrator)
                .open(Tickets.wanted("Who has this"))
                .at("/team/id")
                .asText();
    }

    private static String field(Response refusal) {
        return Json.list(refusal.expect(400).json().path("errors"))
                .get(0)
                .path("field")
                .asText();
    }
}
