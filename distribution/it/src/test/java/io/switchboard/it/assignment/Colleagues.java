package io.switchboard.it.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What tests of assignment do as an administrator: staff a desk, install what is optional, and ask who got what. */
record Colleagues(Http administrator) {
    static final String API = "/api/v1";

    /** Makes a team, and returns its id. */
    String team(String name) {
        return made("/teams", Map.of("name", name));
    }

    /** Makes an agent of a team with more about them, and returns their id. */
    String agent(String name, String team, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("name", name);
        request.put("email", name + "@desk.example");
        request.put("roles", List.of("agent"));
        request.put("teams", List.of(team));
        return made("/agents", request);
    }

    /** Changes an agent, whoever changed them before. */
    void change(String agent, Map<String, ?> patch) {
        administrator
                .with("If-Match", "*")
                .patch(API + "/agents/" + agent, patch)
                .expect(200);
    }

    /** Installs a plugin of the folder {@code optional}. */
    void install(String plugin) {
        new Plugins(administrator).install(plugin);
        assertThat(new Plugins(administrator).states()).contains(plugin + " active");
    }

    /** Changes a plugin's settings. */
    void set(String plugin, Map<String, ?> values) {
        new Plugins(administrator).set(plugin, values);
    }

    /** Opens a ticket with more about it, waits until triage has spoken, however long that takes, and returns it. */
    JsonNode open(String subject, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(Tickets.wanted(subject));
        request.putAll(more);
        String id = new Tickets(administrator).open(request).path("id").asText();
        Patience.until("triage of ticket " + id, () -> isTriaged(id));
        return read(id);
    }

    /** Returns whether triage has spoken about a ticket. */
    boolean isTriaged(String ticket) {
        return "done".equals(read(ticket).path("triage").asText());
    }

    /** Opens such tickets until about one every rule has answered in time, and returns that one. */
    JsonNode judged(String subject, Map<String, ?> more) {
        AtomicReference<JsonNode> latest = new AtomicReference<>();
        Patience.until("all rules answer", () -> {
            JsonNode ticket = open(subject, more);
            latest.set(ticket);
            return why(ticket.path("id").asText()).path("failures").isEmpty();
        });
        return latest.get();
    }

    private JsonNode read(String ticket) {
        return new Tickets(administrator).get(ticket).expect(200).json();
    }

    /** Reads why a ticket went where it went. */
    JsonNode why(String ticket) {
        return administrator
                .get(Tickets.path(ticket, "/assignment/explanation"))
                .expect(200)
                .json();
    }

    /** Returns what a rule said of an agent, as the ticket shows it. */
    JsonNode said(String ticket, String agent, String plugin) {
        for (JsonNode candidate : why(ticket).path("candidates")) {
            for (JsonNode score : candidate.path("scores")) {
                if (candidate.path("agent").asText().equals(agent)
                        && score.path("plugin").asText().equals(plugin)) {
                    return score;
                }
            }
        }
        throw new AssertionError(plugin + " said nothing of " + agent + ": " + why(ticket));
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
