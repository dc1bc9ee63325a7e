package io.switchboard.core.rest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.presence.Present;
import io.switchboard.core.rest.ApiJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the event stream tells who is at a ticket. */
final class PresenceText {
    private static final String TYPE = "ticket.presence";

    private PresenceText() {}

    static String of(Ticket ticket, List<Present> there) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", TYPE);
        data.put("ticket", ticket.id());
        data.put("number", ticket.number());
        data.put("people", there.stream().map(PresenceText::person).toList());
        try {
            return "event: " + TYPE + "\ndata: " + ApiJson.MAPPER.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("presence cannot be written", unwritable);
        }
    }

    private static Map<String, Object> person(Present present) {
        return Map.of(
                "id", present.person().id(),
                "name", present.person().name(),
                "activity", present.activity().id(),
                "until", present.until());
    }
}
