package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invitations and links that agents make are mailed where a courier is; where none is, the caller hands the token over. */
class InvitationsByMailIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    @Test
    void aLinkIsMailedWhereACourierIsAndElseHandedToWhoeverMadeIt(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            String bob = made(
                    administrator,
                    "/agents",
                    Map.of("name", "Bob", "email", "bob@example.org", "roles", List.of("agent")));
            String ada = made(administrator, "/customers", Map.of("name", "Ada", "email", "ada@example.org"));
            String cy = made(administrator, "/customers", Map.of("name", "Cy", "phone", "+49 30 1234567"));

            String handed = handed(invite(administrator, bob));
            assertThat(handed(link(administrator, ada))).hasSize(43);

            LetterBox letters =
                    new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
            mailed(invite(administrator, bob));
            choose(server, "/invitation/" + handed, 410);
            aPasswordIsChosenByTheLetter(server, letters);
            mailed(link(administrator, ada));
            aCustomerSignsInByTheLetter(server, letters.await("ada@example.org", 1), ada);
            assertThat(handed(invite(administrator, cy))).hasSize(43);

            administrator.delete(Plugins.path("letter-box", "")).expect(204);
            assertThat(handed(link(administrator, ada))).hasSize(43);
            assertThat(letters.to("ada@example.org")).hasSize(1);
        }
    }

    private static void aPasswordIsChosenByTheLetter(RunningServer server, LetterBox letters) {
        LetterBox.Letter letter = letters.await("bob@example.org", 1);
        assertThat(letter.subject()).isEqualTo("You are invited");
        server.http().get(letter.path()).expect(200);
        String page = server.http().get(letter.path()).expect(200).text();
        assertThat(page).contains("Choose a password").contains("<form method=\"post\">");
        choose(server, letter.path(), 200);
        choose(server, letter.path(), 410);
        server.http().signIn("bob@example.org", PASSWORD);
    }

    private static void aCustomerSignsInByTheLetter(RunningServer server, LetterBox.Letter letter, String customer) {
        Http browser = server.http();
        browser.send("POST", letter.path(), BodyPublishers.noBody(), Map.of("Sec-Fetch-Site", "same-origin"))
                .expect(200);
        assertThat(browser.get(API + "/session")
                        .expect(200)
                        .json()
                        .at("/user/id")
                        .asText())
                .isEqualTo(customer);
    }

    private static void choose(RunningServer server, String path, int status) {
        server.http()
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString("password=" + PASSWORD.replace(' ', '+')),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .expect(status);
    }

    private static JsonNode invite(Http administrator, String person) {
        return administrator
                .post(API + "/invitations", Map.of("person", person))
                .expect(201)
                .json();
    }

    private static JsonNode link(Http administrator, String customer) {
        return administrator
                .post(API + "/customers/" + customer + "/sign-in-link", Map.of())
                .expect(201)
                .json();
    }

    private static String handed(JsonNode made) {
        assertThat(made.path("mailed").asBoolean()).isFalse();
        return made.path("token").textValue();
    }

    private static void mailed(JsonNode made) {
        assertThat(made.path("mailed").asBoolean()).isTrue();
        assertThat(made.path("token").isNull()).isTrue();
        assertThat(made.path("expiresAt").asText()).isNotEmpty();
    }

    private static String made(Http administrator, String path, Map<String, ?> request) {
        return administrator
                .post(API + path, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
