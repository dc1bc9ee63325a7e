package io.switchboard.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would be confidential is not shown because the plugin that would have said so did not come up. */
class HandlingThatDoesNotRunIT {
    private static final String PLUGIN = "handle-security";
    private static final String SECRET = "I am cora, my password is Elbe-4711!";

    private RunningServer server;
    private Http administrator;
    private Http ann;
    private Http eve;
    private Http cora;
    private String first;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        People people = People.of(server);
        administrator = people.administrator();
        first = people.team("First line");
        ann = people.agent("ann", "agent", first);
        eve = people.agent("eve", "agent", people.team("Security"));
        people.customer("cora");
        cora = server.http().signIn(People.address("cora"), "a password for this test");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ticketsAndRepliesWaitUntilItRunsAgain() throws IOException {
        String older = new Tickets(cora).open("The printer asks who I am");
        new Tickets(administrator)
                .changing(older)
                .put(Tickets.path(older, "/assignment"), Map.of("team", first))
                .expect(200);
        assertThat(shown(ann, older)).isTrue();
        leaveOut();

        String number = new Tickets(cora)
                .open(Map.of("subject", "Is this ours?", "description", SECRET))
                .path("id")
                .asText();
        cora.post(Tickets.path(older, "/messages"), Map.of("body", SECRET)).expect(201);

        Patience.until(
                "triage named it",
                () -> administrator
                        .get(Tickets.path(number, "/history"))
                        .expect(200)
                        .text()
                        .contains("it is to run and does not offer what it says it does"));
        assertThat(shown(ann, number)).isFalse();
        assertThat(shown(ann, older)).isFalse();
        assertThat(new Tickets(administrator).get(number).json().path("triage").asText())
                .isEqualTo("pending");

        administrator.post(Plugins.path(PLUGIN, "/start"), Map.of()).expect(200);
        for (String ticket : new String[] {number, older}) {
            Patience.until("the Security team sees " + ticket, () -> shown(eve, ticket));
            assertThat(shown(ann, ticket)).isFalse();
        }
    }

    /** Has the server start as it does after it ended while the plugin was being started. */
    private void leaveOut() throws IOException {
        String sha256 = administrator
                .get(Plugins.path(PLUGIN, ""))
                .expect(200)
                .json()
                .path("sha256")
                .asText();
        server.stop();
        Files.writeString(server.data().resolve("plugin.starting"), PLUGIN + " " + sha256);
        server.startAgain();
        assertThat(new Plugins(administrator).states()).contains(PLUGIN + " failed");
    }

    private static boolean shown(Http caller, String ticket) {
        return caller.get(Tickets.path(ticket, "")).status() == 200;
    }
}
