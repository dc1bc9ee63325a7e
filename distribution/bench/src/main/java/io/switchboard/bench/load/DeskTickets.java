package io.switchboard.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The tickets of a desk as its list pages through them. */
final class DeskTickets {

    private final Map<String, Integer> subjects = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private long repeated;
    private long pending;

    void add(JsonNode ticket) {
        if (!ids.add(ticket.path("id").asText())) {
            repeated++;
            return;
        }
        subjects.merge(ticket.path("subject").asText(), 1, Integer::sum);
        if (ticket.path("triage").asText().equals("pending")) {
            pending++;
        }
    }

    Map<String, Integer> subjects() {
        return subjects;
    }

    int count() {
        return ids.size();
    }

    long repeated() {
        return repeated;
    }

    long pending() {
        return pending;
    }
}
