package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.SwitchboardServer;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Second factors, signing out and the audit log, on the distribution. */
@SwitchboardServer
class AccountsIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    @Test
    void whoeverMustHaveAnAppMayDoNothingUntilTheyHaveOneAndThenNeedsItsCodes(RunningServer server) {
        Http administrator = administrator(server);
        String email = agent(administrator);
        String role = "guarded-" + UUID.randomUUID().toString().substring(0, 8);
        administrator
                .post(API + "/roles", Map.of("id", role, "name", role, "rights", List.of("people.read")))
                .expect(201);
        String id = id(administrator, email);
        administrator
                .with("If-Match", "*")
                .patch(API + "/agents/" + id, Map.of("roles", List.of("agent", role)))
                .expect(200);
        administrator
                .with("If-Match", "*")
                .put(API + "/sign-in-policy", Map.of("secondFactorRoles", List.of(role)))
                .expect(200);
        Http agent = server.http().signIn(email, PASSWORD);
        agent.get(API + "/customers").expect(403);
        JsonNode proposed =
                agent.post(API + "/second-factor", Map.of()).expect(200).json();
        assertThat(proposed.path("uri").asText()).startsWith("otpauth://totp/").contains("secret=");
        Authenticator app = new Authenticator(proposed.path("secret").asText());
        JsonNode codes = agent.post(API + "/second-factor/confirm", Map.of("code", app.code(-1)))
                .expect(200)
                .json()
                .path("recoveryCodes");
        agent.get(API + "/customers").expect(200);

        Response missing = server.http().post(API + "/session", Map.of("email", email, "password", PASSWORD));
        assertThat(missing.expect(401).json().path("type").asText()).endsWith("code-required");
        Response wrong = server.http().post(API + "/session", Map.of("email", email, "password", "not this one"));
        assertThat(wrong.expect(401).json().path("type").asText()).endsWith("sign-in-failed");
        String code = app.code(0);
        signIn(server, email, code).expect(200);
        signIn(server, email, code).expect(401);
        String recovery = codes.path(0).asText();
        signIn(server, email, recovery).expect(200);
        signIn(server, email, recovery).expect(401);

        administrator.delete(API + "/people/" + id + "/second-factor").expect(204);
        agent.get(API + "/session").expect(401);
        server.http().signIn(email, PASSWORD).get(API + "/customers").expect(403);
    }

    @Test
    void signingOutEndsTheEventStreamOfTheSession(RunningServer server) throws Exception {
        Response begun = server.http()
                .post(
                        API + "/session",
                        Map.of("email", ServerSetup.ADMIN_EMAIL, "password", ServerSetup.ADMIN_PASSWORD))
                .expect(200);
        String cookie = begun.header("Set-Cookie").orElseThrow().split(";")[0];
        Http session = server.http()
                .with("Cookie", cookie)
                .with("X-CSRF-Token", begun.json().path("csrfToken").asText());
        HttpRequest stream = HttpRequest.newBuilder(server.address().resolve(API + "/events"))
                .header("Cookie", cookie)
                .build();
        try (InputStream events = server.http()
                .client()
                .send(stream, BodyHandlers.ofInputStream())
                .body()) {
            assertThat(events.read()).isNotNegative();
            session.delete(API + "/session").expect(204);
            assertThat(events.readAllBytes()).isNotNull();
        }
        session.get(API + "/session").expect(401);
    }

    @Test
    void aPageFromElsewhereOpensNoEventStreamInSomebodysName(RunningServer server) {
        Http agent = server.http().signIn(agent(administrator(server)), PASSWORD);
        Response refused = agent.with("Origin", "https://elsewhere.example").get(API + "/events");
        assertThat(refused.expect(403).json().path("type").asText()).endsWith("csrf-refused");
    }

    @Test
    void signingOutEverywhereEndsTheOtherSessionsToo(RunningServer server) {
        String email = agent(administrator(server));
        Http one = server.http().signIn(email, PASSWORD);
        Http two = server.http().signIn(email, PASSWORD);
        one.delete(API + "/sessions").expect(204);
        one.get(API + "/session").expect(401);
        two.get(API + "/session").expect(401);
    }

    @Test
    void theAuditLogTellsWhoChangedWhatFromWhereAndNoSecret(RunningServer server) {
        Http administrator = administrator(server);
        String email = agent(administrator);
        String id = id(administrator, email);
        server.http()
                .post(API + "/session", Map.of("email", email, "password", "not this one at all"))
                .expect(401);
        server.http().signIn(email, PASSWORD);
        List<String> kinds = new ArrayList<>();
        String log = "";
        String cursor = "";
        while (cursor != null) {
            JsonNode page = administrator
                    .get(API + "/audit?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .json();
            log += page;
            page.path("items").forEach(entry -> {
                if (entry.path("object").asText().equals("person:" + id)) {
                    kinds.add(entry.path("kind").asText());
                    assertThat(entry.path("address").asText()).isNotEmpty();
                }
            });
            cursor = page.path("next").isNull() ? null : page.path("next").asText();
        }
        assertThat(kinds).containsExactly("session.begun", "session.refused", "person.made");
        assertThat(log).doesNotContain(PASSWORD).doesNotContain("not this one").doesNotContain("argon2");
        JsonNode made = administrator
                .get(API + "/audit?kind=person.made&object=person:" + id)
                .expect(200)
                .json()
                .path("items");
        assertThat(made).hasSize(1);
        assertThat(made.path(0).path("actor").asText()).startsWith("person:");
        assertThat(made.path(0).path("after").path("name").asText()).isEqualTo("=Agent");
        Response sheet = administrator.with("Accept", "text/csv").get(API + "/audit?kind=person.made");
        assertThat(sheet.expect(200).text()).startsWith("id,at,kind,actor").contains("person:" + id);
        server.http().signIn(email, PASSWORD).get(API + "/audit").expect(403);
    }

    @Test
    void askingForANewPasswordIsAnsweredAlikeForAnybody(RunningServer server) {
        String email = agent(administrator(server));
        Response known = server.http().post(API + "/password-reset", Map.of("email", email));
        Response unknown = server.http().post(API + "/password-reset", Map.of("email", "nobody." + email));
        assertThat(known.expect(204).bytes()).isEqualTo(unknown.expect(204).bytes());
        for (int time = 1; time < 10; time++) {
            server.http()
                    .post(API + "/password-reset", Map.of("email", "nobody." + email))
                    .expect(204);
        }
        server.http()
                .post(API + "/password-reset", Map.of("email", "nobody." + email))
                .expect(429);
        server.http()
                .post(API + "/password-reset/guessed", Map.of("password", PASSWORD))
                .expect(410);
        assertThat(server.http().get("/password/anything").expect(200).text()).contains("<form method=\"post\">");
        server.http().signIn(email, PASSWORD);
    }

    @Test
    void askingForALinkToSignInIsAnsweredAlikeForAnybodyAndWithoutACourier(RunningServer server) {
        String nobody = "nobody." + UUID.randomUUID() + "@example.org";
        String email = "ada." + UUID.randomUUID() + "@example.org";
        administrator(server)
                .post(API + "/customers", Map.of("name", "Ada", "email", email))
                .expect(201);
        Response known = server.http().post(API + "/sign-in-link", Map.of("email", email));
        Response unknown = server.http().post(API + "/sign-in-link", Map.of("email", nobody));
        assertThat(known.expect(204).bytes()).isEqualTo(unknown.expect(204).bytes());
        for (int time = 1; time < 10; time++) {
            server.http().post(API + "/sign-in-link", Map.of("email", nobody)).expect(204);
        }
        server.http().post(API + "/sign-in-link", Map.of("email", nobody)).expect(429);
        for (String wrong : List.of("{}", "{\"email\":null}", "{\"email\":\"ada\"}", "{\"email\":7}")) {
            server.http().post(API + "/sign-in-link", wrong).expect(400);
        }
        server.http().post(API + "/session/link", Map.of()).expect(400);
        server.http().post(API + "/session/link", Map.of("token", "guessed")).expect(410);
    }

    @Test
    void removingATokenThatIsNotThereIsAnsweredSoWhateverVersionIsNamed(RunningServer server) {
        Http administrator = administrator(server);
        String path = API + "/tokens/";
        String token = administrator
                .post(API + "/tokens", Map.of("name", "build"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        administrator
                .with("If-Match", "\"77\"")
                .delete(path + UUID.randomUUID())
                .expect(404);
        administrator.with("If-Match", "\"77\"").delete(path + token).expect(412);
        administrator.delete(path + token).expect(204);
    }

    private static Http administrator(RunningServer server) {
        return server.http().signIn(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
    }

    private static Response signIn(RunningServer server, String email, String code) {
        return server.http().post(API + "/session", Map.of("email", email, "password", PASSWORD, "code", code));
    }

    private static String agent(Http administrator) {
        String email = "agent." + UUID.randomUUID() + "@example.org";
        administrator
                .post(
                        API + "/agents",
                        Map.of("name", "=Agent", "email", email, "password", PASSWORD, "roles", List.of("agent")))
                .expect(201);
        return email;
    }

    private static String id(Http administrator, String email) {
        return administrator
                .get(API + "/agents?q=" + email)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }
}
