package io.switchboard.core.rest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.rest.ApiJson;
import io.switchboard.core.store.notification.NotificationRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the event stream tells of a notification. */
final class NotificationText {
    private static final String TYPE = "notification";

    private NotificationText() {}

    static String of(NotificationRow row, Ticket ticket) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", TYPE);
        data.put("id", row.id());
        data.put("kind", row.kind());
        data.put("ticket", ticket.id());
        data.put("number", ticket.number());
        data.put("subject", ticket.subject());
        data.put("at", row.madeAt());
        try {
            return "event: " + TYPE + "\ndata: " + ApiJson.MAPPER.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a notification cannot be written", unwritable);
        }
    }
}
