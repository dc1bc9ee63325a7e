package io.switchboard.it.configuration;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes teams and people of the running desk, each with a name of its own. */
final class Staff {
    static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    private final RunningServer server;
    final Http administrator;

    Staff(RunningServer server) {
        this.server = server;
        this.administrator = server.administrator();
    }

    /** Makes a team and returns its id. */
    String team() {
        return made(administrator, "/teams", Map.of("name", "Team " + UUID.randomUUID()));
    }

    /** Somebody of a role and a team, signed in. */
    Http signedIn(String role, String team) {
        String email = UUID.randomUUID() + "@example.org";
        made(
                administrator,
                "/agents",
                Map.of(
                        "name",
                        "Ann of " + role,
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "roles",
                        List.of(role),
                        "teams",
                        List.of(team)));
        return server.http().signIn(email, PASSWORD);
    }

    /** A customer, signed in. */
    Http customer() {
        String email = UUID.randomUUID() + "@example.org";
        String id = made(administrator, "/customers", Map.of("name", "Cus Tomer", "email", email));
        String token = administrator
                .post(API + "/invitations", Map.of("person", id))
                .expect(201)
                .json()
                .path("token")
                .asText();
        server.http()
                .post(API + "/invitations/" + token, Map.of("password", PASSWORD))
                .expect(204);
        return server.http().signIn(email, PASSWORD);
    }

    /** Opens a ticket in a team's queue and returns its id. */
    String ticket(String subject, String requester, String team) {
        String id = made(
                administrator,
                "/tickets?wait=triage",
                Map.of(
                        "subject",
                        subject,
                        "description",
                        "It smokes",
                        "requester",
                        Map.of("name", requester, "email", UUID.randomUUID() + "@example.org")));
        administrator
                .with("If-Match", "*")
                .put(API + "/tickets/" + id + "/assignment", Map.of("team", team))
                .expect(200);
        return id;
    }

    /** Makes something and returns its id. */
    static String made(Http caller, String path, Map<String, ?> request) {
        return caller.post(API + path, request).expect(201).json().path("id").asText();
    }
}
