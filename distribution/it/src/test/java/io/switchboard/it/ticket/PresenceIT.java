package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two agents who have the same ticket open know of each other (CO5). */
class PresenceIT {
    private static final String PRESENCE = "ticket.presence";

    @Test
    void agentsWhoSeeATicketSeeWhoIsThereAndNobodyElseDoes(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            People people = People.of(server);
            Http administrator = people.administrator();
            String team = people.team("Printers");
            Http ann = people.agent("ann", "agent", team);
            Http bob = people.agent("bob", "agent", team);
            Http stranger = people.agent("eve", "agent", people.team("Others"));
            Http customer = people.customer("ada");
            String ticket = new Tickets(administrator)
                    .open(Map.of(
                            "subject", "Printer",
                            "description", "It smokes",
                            "requester", Map.of("email", People.address("ada"))))
                    .path("id")
                    .asText();
            new Tickets(administrator)
                    .changing(ticket)
                    .put(Tickets.path(ticket, "/assignment"), Map.of("team", team))
                    .expect(200);
            String path = Tickets.path(ticket, "/presence");
            List<String> bobs = follow(bob);
            List<String> customers = follow(customer);
            List<String> strangers = follow(stranger);

            ann.put(path, Map.of("activity", "writing")).expect(200);
            Patience.until("bob is told that ann writes", () -> told(bobs, "\"ann\"", "writing"));
            bob.put(path, Map.of("activity", "viewing")).expect(200);
            assertThat(Tickets.items(ann.get(path))).hasSize(2);
            ann.put(path, Map.of("activity", "gone")).expect(200);
            Patience.until(
                    "bob is told that ann is gone", () -> told(bobs, "\"bob\"", "viewing") && !told(bobs, "\"ann\""));
            administrator.post("/api/v1/clock", Map.of("by", "PT2M")).expect(200);
            Patience.until("the minute of bob is over", () -> told(bobs, "\"people\":[]"));

            assertThat(Tickets.items(ann.get(path))).isEmpty();
            assertThat(new Tickets(administrator).history(ticket).toString()).doesNotContain("presence");
            assertThat(customers.toString() + strangers).doesNotContain(PRESENCE);
            customer.get(path).expect(403);
            customer.put(path, Map.of("activity", "viewing")).expect(403);
            stranger.get(path).expect(404);
            stranger.put(path, Map.of("activity", "viewing")).expect(404);
            ann.put(path, Map.of("activity", "sleeping")).expect(400);
            ann.put(path, "{}").expect(400);
        }
    }

    /** Whether the latest presence that was told has all of these words. */
    private static boolean told(List<String> lines, String... words) {
        String last = lines.stream()
                .filter(line -> line.startsWith("data:") && line.contains(PRESENCE))
                .reduce("", (before, line) -> line);
        return List.of(words).stream().allMatch(last::contains);
    }

    private static List<String> follow(Http caller) {
        HttpRequest request = HttpRequest.newBuilder(caller.address().resolve("/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            BufferedReader events = new BufferedReader(new InputStreamReader(
                    caller.client().send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
            assertThat(events.readLine()).isEqualTo(": welcome");
            List<String> lines = new CopyOnWriteArrayList<>();
            Thread listening = new Thread(() -> listen(events, lines));
            listening.setDaemon(true);
            listening.start();
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void listen(BufferedReader events, List<String> lines) {
        try {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                lines.add(line);
            }
        } catch (IOException ended) {
            lines.add(": ended");
        }
    }
}
