package io.switchboard.it.person;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/**
 * Somebody who can be told from all others by their name, with an account.
 *
 * @param id who it is
 * @param name what they are called
 * @param email where they are reached
 * @param phone where they are called
 * @param session signed in
 */
record Customer(String id, String name, String email, String phone, Http session) {
    static final String API = "/api/v1";
    static final String PASSWORD = "a password for this test";

    /** Makes a customer of a name and signs them in. */
    static Customer of(RunningServer server, Http administrator, String name) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        String phone = "+49 30 " + Math.floorMod(name.hashCode(), 9_000_000) + 1_000_000;
        String id = made(
                administrator,
                "/customers",
                Map.of("name", name, "email", email, "phone", phone, "attributes", Map.of("shoe", "size " + name)));
        String token = administrator
                .post(API + "/invitations", Map.of("person", id))
                .expect(201)
                .json()
                .path("token")
                .asText();
        server.http()
                .post(API + "/invitations/" + token, Map.of("password", PASSWORD))
                .expect(204);
        return new Customer(id, name, email, phone, server.http().signIn(email, PASSWORD));
    }

    /** Uploads a file and returns its id. */
    static String file(Http caller, String name, String content) {
        return caller.send(
                        "POST",
                        API + "/attachments?name=" + name,
                        BodyPublishers.ofString(content),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Opens a ticket as themselves. */
    String ticket(String subject, String description, List<String> files) {
        return made(
                session,
                "/tickets?wait=triage",
                Map.of("subject", subject, "description", description, "attachments", files));
    }

    /** Opens a ticket for them, as one who answers the telephone. */
    String ticketBy(Http agent, String subject, String description) {
        return made(
                agent,
                "/tickets?wait=triage",
                Map.of(
                        "subject",
                        subject,
                        "description",
                        description,
                        "requester",
                        Map.of("name", name, "email", email)));
    }

    /** Makes something and returns its id. */
    static String made(Http caller, String path, Map<String, ?> request) {
        return caller.post(API + path, request).expect(201).json().path("id").asText();
    }
}
