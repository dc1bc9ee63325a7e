package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CO4: whatever an agent does with the tickets of a customer, in whatever order, no word of a note reaches that customer by
 * any way there is: ticket, list, thread, chain, links, history, search, files, event stream, portal.
 */
@SwitchboardServer
class NotesStayInsideIT {
    private static final int STEPS = 40;
    private static final String NOTED = "message.noted";

    /** Everything that happens in one run, which a seed decides. */
    private static final class World {
        private final Random random;
        private final Http administrator;
        private final Tickets tickets;
        private final String tag = UUID.randomUUID().toString().substring(0, 8);
        private final Http requester;
        private final Http copied;
        private final List<String> open = new ArrayList<>();
        private final List<String> all = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private final Map<String, String> links = new LinkedHashMap<>();

        World(RunningServer server, long seed) {
            random = new Random(seed);
            People people = People.of(server);
            administrator = people.administrator();
            tickets = new Tickets(administrator);
            requester = people.customer("requester." + tag);
            copied = people.customer("copied." + tag);
            for (int count = 0; count < 3; count++) {
                openTicket();
            }
            askByPortal(server.http());
        }

        void step() {
            String ticket = open.get(random.nextInt(open.size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> note(ticket);
                case 3 ->
                    tickets.say(ticket, "reply", "An answer for everybody").expect(201);
                case 4 -> requester.post(Tickets.path(ticket, "/messages"), Map.of("body", "And another thing"));
                case 5 -> walk(ticket);
                case 6 -> merge(ticket);
                default -> split(ticket);
            }
        }

        private void openTicket() {
            String ticket = tickets.open(Map.of(
                            "subject",
                            "Of the customer",
                            "description",
                            "Told by them",
                            "requester",
                            Map.of("email", People.address("requester." + tag))))
                    .path("id")
                    .asText();
            administrator
                    .post(
                            Tickets.path(ticket, "/participants"),
                            Map.of("kind", "cc", "email", People.address("copied." + tag)))
                    .expect(201);
            take(ticket);
        }

        private void take(String ticket) {
            open.add(ticket);
            all.add(ticket);
        }

        private void askByPortal(Http anybody) {
            JsonNode receipt = anybody.post(
                            "/api/v1/x/intake-portal/tickets",
                            Map.of(
                                    "name",
                                    "Bo",
                                    "email",
                                    "portal." + tag + "@example.org",
                                    "subject",
                                    "By the portal",
                                    "description",
                                    "Told there"))
                    .expect(201)
                    .json();
            String number = receipt.path("number").asText();
            Patience.until("triage speaks", () -> tickets.get(number).status() == 200);
            String ticket = tickets.get(number).json().path("id").asText();
            links.put(ticket, URI.create(receipt.path("link").asText()).getPath());
            take(ticket);
        }

        private void note(String ticket) {
            String word = "canary" + tag + words.size() + (char) ('a' + random.nextInt(26));
            String file = administrator
                    .send(
                            "POST",
                            "/api/v1/attachments?name=" + word + ".txt",
                            BodyPublishers.ofString(word),
                            Map.of("Content-Type", "text/plain"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            administrator
                    .post(
                            Tickets.path(ticket, "/messages"),
                            Map.of(
                                    "kind",
                                    "note",
                                    "format",
                                    random.nextBoolean() ? "text" : "markdown",
                                    "body",
                                    "Between us: " + word,
                                    "attachments",
                                    List.of(file)))
                    .expect(201);
            keepInside(ticket, word);
            words.add(word);
            files.add(file);
        }

        /** Tasks, working time and drafts are as internal as notes. */
        private void keepInside(String ticket, String word) {
            administrator
                    .post(Tickets.path(ticket, "/tasks"), Map.of("title", "Look at " + word))
                    .expect(201);
            administrator
                    .post(Tickets.path(ticket, "/time"), Map.of("minutes", 5, "note", "looked at " + word))
                    .expect(201);
            administrator
                    .put(Tickets.path(ticket, "/drafts"), Map.of("kind", "note", "body", "Between us: " + word))
                    .expect(200);
        }

        private void walk(String ticket) {
            List<JsonNode> ways = Tickets.items(administrator.get(Tickets.path(ticket, "/transitions")));
            List<String> next = ways.stream()
                    .map(way -> way.path("to").asText())
                    .filter(to -> !to.equals("archived"))
                    .toList();
            tickets.move(ticket, next.get(random.nextInt(next.size()))).expect(200);
        }

        private void merge(String ticket) {
            String into = open.get(random.nextInt(open.size()));
            if (!into.equals(ticket) && open.size() > 2 && !links.containsKey(ticket)) {
                tickets.changing(ticket)
                        .post(Tickets.path(ticket, "/merge"), Map.of("into", into))
                        .expect(200);
                open.remove(ticket);
            }
        }

        private void split(String ticket) {
            List<JsonNode> thread = tickets.thread(ticket).stream()
                    .filter(message -> message.path("ticket").asText().equals(ticket))
                    .toList();
            List<String> moved = thread.stream()
                    .skip(1)
                    .dropWhile(message -> !message.path("kind").asText().equals("customer"))
                    .map(message -> message.path("id").asText())
                    .toList();
            if (!moved.isEmpty()) {
                String made = tickets.changing(ticket)
                        .post(Tickets.path(ticket, "/split"), Map.of("messages", moved, "subject", "Split off"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
                Patience.until(
                        "triage speaks",
                        () -> "done"
                                .equals(tickets.get(made).json().path("triage").asText()));
                take(made);
            }
        }

        /** Returns all that the customers' ways give, by what was asked. */
        Map<String, String> seenByCustomers(RunningServer server) {
            Map<String, String> seen = new LinkedHashMap<>();
            for (Http customer : List.of(requester, copied)) {
                List<String> paths = new ArrayList<>(List.of("/api/v1/tickets?view=all&limit=200"));
                words.forEach(word -> paths.add("/api/v1/tickets?q=" + word));
                files.forEach(file -> paths.add("/api/v1/attachments/" + file));
                for (String ticket : all) {
                    for (String part : List.of(
                            "",
                            "/thread?limit=200",
                            "/history",
                            "/chain?limit=200",
                            "/links",
                            "/tasks",
                            "/time",
                            "/drafts",
                            "/presence")) {
                        paths.add(Tickets.path(ticket, part));
                    }
                }
                paths.forEach(path -> seen.put(
                        path + (customer == copied ? " in copy" : ""),
                        customer.get(path).text()));
            }
            links.forEach((ticket, path) -> {
                seen.put(path, server.http().get(path).expect(200).text());
                seen.put(
                        path + " as JSON",
                        server.http()
                                .get("/api/v1/x/intake-portal" + path)
                                .expect(200)
                                .text());
            });
            return seen;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260301})
    void noWordOfANoteReachesACustomer(long seed, RunningServer server) throws IOException {
        World world = new World(server, seed);
        StringBuilder told = new StringBuilder();
        try (InputStream events = follow(world.requester)) {
            Thread listening = listen(events, told);
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
            world.note(world.open.get(0));
            world.tickets.say(world.open.get(0), "reply", "The last word").expect(201);
            Patience.until("the stream tells of a reply", () -> text(told).contains("message.sent"));
            Patience.until("notes are found by the desk", () -> found(world, world.words.size() - 1));
            listening.interrupt();
        }

        world.seenByCustomers(server).forEach((way, text) -> {
            assertThat(text).as(way).doesNotContain(NOTED);
            if (!way.contains("q=")) {
                assertThat(text).as(way).doesNotContain("canary" + world.tag);
            } else {
                assertThat(text).as(way).contains("\"items\":[]");
            }
        });
        assertThat(text(told)).doesNotContain(NOTED).doesNotContain("canary");
        for (String file : world.files) {
            assertThat(world.requester.get("/api/v1/attachments/" + file).status())
                    .isEqualTo(404);
            world.administrator.get("/api/v1/attachments/" + file).expect(200);
        }
    }

    private static boolean found(World world, int word) {
        return !Tickets.items(world.administrator.get("/api/v1/tickets?q=" + world.words.get(word)))
                .isEmpty();
    }

    private static InputStream follow(Http caller) {
        HttpRequest request = HttpRequest.newBuilder(caller.address().resolve("/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            return caller.client().send(request, BodyHandlers.ofInputStream()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Thread listen(InputStream events, StringBuilder told) {
        Thread listening = new Thread(() -> {
            byte[] part = new byte[4096];
            try {
                for (int length = events.read(part); length >= 0; length = events.read(part)) {
                    synchronized (told) {
                        told.append(new String(part, 0, length, StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException closed) {
                synchronized (told) {
                    told.append(": closed\n");
                }
            }
        });
        listening.setDaemon(true);
        listening.start();
        return listening;
    }

    private static String text(StringBuilder told) {
        synchronized (told) {
            return told.toString();
        }
    }
}
