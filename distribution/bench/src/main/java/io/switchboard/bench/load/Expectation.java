package io.switchboard.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the files hold: how many tickets of each subject, and a sample spread evenly over each file. */
final class Expectation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAMPLED_OF_EACH = 40;

    private final Map<String, Integer> subjects = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private long tickets;

    /**
     * A ticket to search for.
     *
     * @param number its number in the other system; empty if it has none
     */
    record Sample(String subject, String number) {}

    private Expectation() {}

    static Expectation of(List<TicketFile> files) throws IOException {
        Expectation expectation = new Expectation();
        for (TicketFile file : files) {
            expectation.read(file);
        }
        return expectation;
    }

    private void read(TicketFile file) throws IOException {
        List<Sample> kept = new ArrayList<>();
        long stride = 1;
        long count = 0;
        try (TicketLines lines = file.open()) {
            for (TicketLines.Line line = lines.next(); line != null; line = lines.next()) {
                Sample ticket = ticket(line.text(), file.mapping());
                subjects.merge(ticket.subject(), 1, Integer::sum);
                if (count % stride == 0) {
                    kept.add(ticket);
                }
                if (kept.size() == 2 * SAMPLED_OF_EACH) {
                    kept = everySecond(kept);
                    stride *= 2;
                }
                count++;
            }
        }
        tickets += count;
        samples.addAll(kept);
    }

    private static List<Sample> everySecond(List<Sample> all) {
        List<Sample> half = new ArrayList<>();
        for (int place = 0; place < all.size(); place += 2) {
            half.add(all.get(place));
        }
        return half;
    }

    /** Returns the ticket of a line; one that cannot be read is expected with the line as its subject, and missed. */
    private static Sample ticket(String line, TicketMapping mapping) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read instanceof ObjectNode object) {
                ObjectNode ticket = mapping.map(object);
                return new Sample(
                        ticket.path("subject").asText(),
                        ticket.path("externalNumber").asText());
            }
        } catch (JsonProcessingException unreadable) {
            return new Sample(line, "");
        }
        return new Sample(line, "");
    }

    long tickets() {
        return tickets;
    }

    Map<String, Integer> subjects() {
        return subjects;
    }

    List<Sample> samples() {
        return samples;
    }
}
