package io.switchboard.it.harness;

import java.util.List;
import java.util.Map;

/** Adds people and teams to a desk, as its administrator. Whoever is added can sign in. For any number of threads. */
public record People(RunningServer server, Http administrator) {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    /** Adds to this server. */
    public static People of(RunningServer server) {
        return new People(server, server.administrator());
    }

    /** Adds a team, and returns its id. */
    public String team(String name) {
        return made("/teams", Map.of("name", name));
    }

    /** Adds somebody with a role who belongs to a team, and returns them signed in. */
    public Http agent(String name, String role, String team) {
        String email = address(name);
        made(
                "/agents",
                Map.of(
                        "name",
                        name,
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

    /** Adds a customer, and returns them signed in. */
    public Http customer(String name) {
        String email = address(name);
        String id = made("/customers", Map.of("name", name, "email", email));
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

    /** Returns the address of whoever was added under a name. */
    public static String address(String name) {
        return name + "@example.org";
    }

    private String made(String path, Map<String, ?> request) {
        return administrator
                .post(API + path, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
