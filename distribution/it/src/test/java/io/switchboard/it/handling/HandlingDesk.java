package io.switchboard.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of special handling do as an administrator: staff a desk, install what is optional, open tickets. */
record HandlingDesk(Http administrator) {
    static final String API = "/api/v1";

    String team(String name) {
        return made("/teams", Map.of("name", name));
    }

    String agent(String name, boolean senior, String team) {
        return made(
                "/agents",
                Map.of(
                        "name",
                        name,
                        "email",
                        name + "@desk.example",
                        "roles",
                        List.of("agent"),
                        "teams",
                        List.of(team),
                        "senior",
                        senior));
    }

    String made(String path, Map<String, ?> request) {
        return administrator
                .post(API + path, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Changes something, whoever changed it before. */
    JsonNode change(String path, Map<String, ?> patch) {
        return administrator
                .with("If-Match", "*")
                .patch(API + path, patch)
                .expect(200)
                .json();
    }

    /** Installs a plugin of the folder {@code optional}. */
    void install(String plugin) {
        Plugins plugins = new Plugins(administrator);
        plugins.install(plugin);
        assertThat(plugins.states()).contains(plugin + " active");
    }

    /** Changes a plugin's settings. */
    void set(String plugin, Map<String, ?> values) {
        new Plugins(administrator).set(plugin, values);
    }

    /** Removes a plugin. */
    void remove(String plugin) {
        administrator.with("If-Match", "*").delete(Plugins.path(plugin, "")).expect(204);
    }

    /** Reads what a plugin says of its health. */
    String health(String plugin) {
        return administrator.get(Plugins.path(plugin, "/health")).expect(200).text();
    }

    /** Opens a ticket of a customer, waits for triage, and returns it. */
    JsonNode open(String subject, String email) {
        return open(subject, email, Map.of());
    }

    JsonNode open(String subject, String email, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(Tickets.wanted(subject));
        request.put("requester", Map.of("email", email));
        request.putAll(more);
        String id = new Tickets(administrator).open(request).path("id").asText();
        Patience.until(
                "triage of ticket " + id,
                () -> "done".equals(read(id).path("triage").asText()));
        return read(id);
    }

    JsonNode read(String ticket) {
        return new Tickets(administrator).get(ticket).expect(200).json();
    }

    /** Returns the id of the agent who has a ticket, or an empty text. */
    String assignee(String ticket) {
        return read(ticket).path("assignee").path("id").asText("");
    }

    /** Finds a customer by their address. */
    JsonNode customer(String email) {
        List<JsonNode> found = Tickets.items(administrator.get(API + "/customers?q=" + email));
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
