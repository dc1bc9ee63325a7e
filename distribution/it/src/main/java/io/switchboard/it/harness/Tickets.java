package io.switchboard.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests do with tickets over HTTP, as one caller. A ticket is named by its id or number. For any number of threads. */
public record Tickets(Http caller) {

    /** How a ticket is solved that has no story. */
    public static final Map<String, Object> RESOLUTION =
            Map.of("kind", "fix", "summary", "Restarted the print spooler");

    private static final String PATH = "/api/v1/tickets";

    /** The smallest ticket. */
    public static Map<String, Object> wanted(String subject) {
        return Map.of("subject", subject, "description", "It says: " + subject);
    }

    /** Opens a ticket, waits for triage, and returns its id. */
    public String open(String subject) {
        return open(wanted(subject)).path("id").asText();
    }

    /** Opens a ticket and returns its id when triage has spoken, which the desk itself waits for no longer than two seconds. */
    public String openTriaged(String subject) {
        String id = open(subject);
        Patience.until(
                "the triage of " + subject,
                () -> !"pending"
                        .equals(get(id).expect(200).json().path("triage").asText()));
        return id;
    }

    /** Opens a ticket, waits for triage, and returns it. */
    public JsonNode open(Map<String, Object> ticket) {
        return caller.post(PATH + "?wait=triage", ticket).expect(201).json();
    }

    /** Returns a ticket that was led from the start along these statuses. */
    public String walk(String subject, List<String> statuses) {
        JsonNode ticket = open(wanted(subject));
        String id = ticket.path("id").asText();
        if (!"new".equals(ticket.path("status").asText())) {
            move(id, "new").expect(200);
        }
        statuses.forEach(status -> move(id, status).expect(200));
        return id;
    }

    /** Reads a ticket. */
    public Response get(String ticket) {
        return caller.get(path(ticket, ""));
    }

    /** Reads all that the caller sees, page by page, the oldest first. */
    public List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get(PATH + "?limit=200&sort=created" + cursor)
                    .expect(200)
                    .json();
            all.addAll(Json.list(page.path("items")));
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** Reads a ticket's ETag. */
    public String version(String ticket) {
        return get(ticket).expect(200).header("ETag").orElseThrow();
    }

    /** Reads a ticket's status. */
    public String status(String ticket) {
        return get(ticket).expect(200).json().path("status").asText();
    }

    /** Tries to lead a ticket to another status, with a resolution where one is needed. */
    public Response move(String ticket, String to) {
        Map<String, Object> transition = new HashMap<>(Map.of("to", to));
        if ("resolved".equals(to)) {
            transition.put("resolution", RESOLUTION);
        }
        return changing(ticket).post(path(ticket, "/transitions"), transition);
    }

    /** Posts a message of a kind. */
    public Response say(String ticket, String kind, String body) {
        return caller.post(path(ticket, "/messages"), Map.of("kind", kind, "body", body));
    }

    /** Reads the first page of the thread. */
    public List<JsonNode> thread(String ticket) {
        return items(caller.get(path(ticket, "/thread?limit=200")));
    }

    /** Reads the bodies of the thread's first page. */
    public List<String> bodies(String ticket) {
        return thread(ticket).stream()
                .map(message -> message.path("body").asText())
                .toList();
    }

    /** Reads the latest events of the history, the latest first. */
    public List<JsonNode> history(String ticket) {
        return items(caller.get(path(ticket, "/history?limit=200")));
    }

    /** The caller, sending the ticket's present version with each request. */
    public Http changing(String ticket) {
        return caller.with("If-Match", version(ticket));
    }

    /** The address of a ticket, or of something of it. */
    public static String path(String ticket, String part) {
        return PATH + "/" + ticket + part;
    }

    /** The items of a list's page. */
    public static List<JsonNode> items(Response page) {
        return Json.list(page.expect(200).json().path("items"));
    }
}
