package io.switchboard.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.bench.measure.ClosedLoop.Client;
import io.switchboard.bench.measure.ClosedLoop.Clients;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What agents read all day: the queue, tickets, threads, and what a search finds. */
final class Reading {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 8;
    private static final int TICKETS = 5_000;
    /** Words of the vocabulary, from common to rare. */
    private static final List<String> WORDS = List.of("printer", "invoice", "turnstile");

    private final ServerProcess server;
    private final String token;
    private final ClosedLoop loop;
    private final Table table;

    Reading(ServerProcess server, String token, ClosedLoop loop, Table table) {
        this.server = server;
        this.token = token;
        this.loop = loop;
        this.table = table;
    }

    /** Waits until every ticket is in the search index. */
    void awaitIndex() throws IOException, InterruptedException {
        try (Wire wire = server.wire(token)) {
            while (wire.get("/api/v1/plugins/search-lucene/health").body().contains("rebuilt")) {
                Thread.sleep(500);
            }
        }
    }

    void measure(String where) throws Exception {
        Operations operations = new Operations(server, token);
        List<String> tickets = tickets(TICKETS);
        Figures queue = measured("queue page of 25, by priority, " + where, operations.queue());
        measured("ticket page, " + where, operations.ticket(tickets));
        measured("thread, " + where, operations.thread(tickets));
        for (String word : WORDS) {
            measured("search for '" + word + "', " + where, operations.search(word));
        }
        String page;
        try (Wire wire = server.wire(token)) {
            page = wire.get("/api/v1/tickets?view=open&sort=priority&limit=25").body();
        }
        try (PlainJetty jetty = new PlainJetty(page)) {
            Figures plain = loop.run(CLIENTS, () -> Duration.ZERO, plain(jetty));
            table.row("a plain Jetty answering the same queue page", CLIENTS, plain, queue);
        }
    }

    private Figures measured(String what, Clients clients) throws InterruptedException {
        return table.row(what, CLIENTS, loop.run(CLIENTS, server::processorTime, clients), null);
    }

    private static Clients plain(PlainJetty jetty) {
        return number -> {
            Wire wire = new Wire(jetty.port(), null);
            return new Client() {
                @Override
                public boolean once() throws IOException {
                    return wire.get("/").status() == 200;
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }

    /** Returns the ids of tickets all over the desk, at most so many. */
    List<String> tickets(int most) throws IOException {
        List<String> tickets = new ArrayList<>();
        try (Wire wire = server.wire(token)) {
            String cursor = "";
            do {
                JsonNode page = JSON.readTree(
                        wire.get("/api/v1/tickets?view=all&limit=200" + cursor).body());
                page.path("items")
                        .forEach(ticket -> tickets.add(ticket.path("id").asText()));
                cursor = page.path("next").isTextual()
                        ? "&cursor=" + page.path("next").asText()
                        : "";
            } while (tickets.size() < most && !cursor.isEmpty());
        }
        return tickets;
    }
}
