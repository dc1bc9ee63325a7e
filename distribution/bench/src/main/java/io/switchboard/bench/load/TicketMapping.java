package io.switchboard.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a line into the body of {@code POST /tickets}. A line with an {@code id} and a {@code body} is a ticket of
 * another system: the id becomes its external number, the words of category and product become ids, what has no place
 * in a ticket becomes an additional field. Any other line is posted as it stands.
 */
final class TicketMapping {

    private static final int SUBJECT = 300;
    private static final Map<String, String> PRIORITIES =
            Map.of("critical", "P1", "high", "P2", "medium", "P3", "low", "P4");

    private final String system;

    TicketMapping(String system) {
        this.system = system;
    }

    ObjectNode map(ObjectNode line) {
        if (!isForeign(line)) {
            return line;
        }
        ObjectNode ticket = JsonNodeFactory.instance.objectNode();
        String subject = line.path("subject").asText().strip();
        ticket.put("subject", subject.isEmpty() ? "(no subject)" : shortened(subject));
        ticket.set("description", line.path("body"));
        ticket.put("externalSystem", system);
        ticket.put("externalNumber", line.path("id").asText());
        if (line.path("requester").isObject()) {
            ticket.set("requester", line.path("requester"));
        }
        put(ticket, "category", id(category(line)));
        put(ticket, "product", id(product(line)));
        put(
                ticket,
                "priority",
                PRIORITIES.getOrDefault(line.path("priority").asText().toLowerCase(Locale.ROOT), ""));
        ObjectNode fields = ticket.putObject("fields");
        for (String name : new String[] {"channel", "status", "split", "answer"}) {
            put(fields, "original." + name, line.path(name).asText());
        }
        line.path("extra")
                .properties()
                .forEach(entry -> put(fields, fieldName(entry.getKey()), text(entry.getValue())));
        return ticket;
    }

    /** Returns whether a line is a ticket of another system. */
    static boolean isForeign(ObjectNode line) {
        return line.path("id").isTextual() && line.path("body").isTextual();
    }

    /** Returns the words of such a ticket's category; empty if it has none. */
    static String category(ObjectNode line) {
        return line.path("category").asText();
    }

    /** Returns the words of such a ticket's product; empty if it has none. */
    static String product(ObjectNode line) {
        return line.path("extra").path("Product Purchased").asText();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, SUBJECT));
    }

    private static void put(ObjectNode into, String name, String value) {
        if (!value.isBlank()) {
            into.put(name, value);
        }
    }

    private static String id(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String fieldName(String words) {
        return "original." + words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
