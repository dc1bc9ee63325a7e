package io.switchboard.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Makes the categories and products that the tickets of another system have and the desk does not, since a ticket is filed
 * only under what a desk knows.
 */
final class CatalogFilling {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeskClient client;

    CatalogFilling(DeskClient client) {
        this.client = client;
    }

    /** Makes what is missing for the files. Returns how many entries were made. */
    int run(List<TicketFile> files) throws IOException, InterruptedException {
        Map<String, String> categories = new TreeMap<>();
        Map<String, String> products = new TreeMap<>();
        for (TicketFile file : files) {
            try (TicketLines lines = file.open()) {
                for (TicketLines.Line line = lines.next(); line != null; line = lines.next()) {
                    note(line.text(), file.mapping(), categories, products);
                }
            }
        }
        return make("categories", categories) + make("products", products);
    }

    /** Notes the names of what a line is filed under by its id; a line that cannot be read is told of when it is posted. */
    private static void note(
            String line, TicketMapping mapping, Map<String, String> categories, Map<String, String> products) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object && TicketMapping.isForeign(object)) {
                ObjectNode ticket = mapping.map(object);
                categories.putIfAbsent(ticket.path("category").asText(), TicketMapping.category(object));
                products.putIfAbsent(ticket.path("product").asText(), TicketMapping.product(object));
            }
        } catch (JsonProcessingException unreadable) {
            return;
        }
    }

    private int make(String catalog, Map<String, String> wanted) throws IOException, InterruptedException {
        wanted.remove("");
        if (wanted.isEmpty()) {
            return 0;
        }
        HttpResponse<String> answer = client.get(catalog);
        for (JsonNode known :
                Objects.requireNonNull(JSON.readTree(answer.body())).path("items")) {
            wanted.remove(known.path("id").asText());
        }
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            ObjectNode body = JSON.createObjectNode();
            body.put("id", entry.getKey());
            body.put("name", entry.getValue().strip());
            HttpResponse<String> made = client.post(catalog, body.toString());
            if (made.statusCode() != 201) {
                throw new IOException("POST " + catalog + " answers " + made.statusCode() + ": " + made.body());
            }
        }
        return wanted.size();
    }
}
