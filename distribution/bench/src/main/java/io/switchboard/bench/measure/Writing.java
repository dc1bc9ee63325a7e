package io.switchboard.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written: tickets by some numbers of clients, replies, and how long triage is behind. */
final class Writing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClosedLoop loop;
    private final Table table;
    private final List<Integer> numbers;
    private final Map<Integer, Figures> opened = new LinkedHashMap<>();

    /** Writes with the loop, opening tickets by each of these numbers of clients. */
    Writing(ClosedLoop loop, Table table, List<Integer> numbers) {
        this.loop = loop;
        this.table = table;
        this.numbers = numbers;
    }

    void server(ServerProcess server, String token) throws Exception {
        Operations operations = new Operations(server, token);
        for (int clients : numbers) {
            Duration before = server.processorTime();
            Figures figures = loop.run(clients, server::processorTime, operations.open());
            opened.put(clients, table.row("open a ticket", clients, figures, null));
            long behind = System.nanoTime();
            awaitFeed(server, token);
            table.remark(
                    "… until triage and index had caught up: %.1f s more; %.1f s of processor time in all",
                    (System.nanoTime() - behind) / 1e9,
                    server.processorTime().minus(before).toMillis() / 1e3);
        }
        List<String> tickets = new Reading(server, token, loop, table).tickets(2_000);
        table.row("reply", 8, loop.run(8, server::processorTime, operations.reply(tickets)), null);
        awaitFeed(server, token);
        table.row(
                "open a ticket and wait for triage",
                1,
                loop.run(1, server::processorTime, operations.openTriaged()),
                null);
        table.row(
                "open a ticket and wait for triage",
                8,
                loop.run(8, server::processorTime, operations.openTriaged()),
                null);
    }

    /** Does what agents wait for once more, under other circumstances. */
    void again(ServerProcess server, String token, String circumstances) throws Exception {
        Operations operations = new Operations(server, token);
        List<String> tickets = new Reading(server, token, loop, table).tickets(2_000);
        Map<String, ClosedLoop.Clients> work = new LinkedHashMap<>();
        work.put("open a ticket", operations.open());
        work.put("reply", operations.reply(tickets));
        work.put("open a ticket and wait for triage", operations.openTriaged());
        for (Map.Entry<String, ClosedLoop.Clients> what : work.entrySet()) {
            awaitFeed(server, token);
            table.row(
                    what.getKey() + ", " + circumstances, 8, loop.run(8, server::processorTime, what.getValue()), null);
        }
    }

    void bare(BareEngine engine) throws InterruptedException {
        for (int clients : numbers) {
            Figures bare = loop.run(clients, () -> Duration.ZERO, engine::client);
            table.row("the bare engine committing the same rows", clients, bare, opened.get(clients));
        }
    }

    static void awaitFeed(ServerProcess server, String token) throws IOException, InterruptedException {
        try (Wire wire = server.wire(token)) {
            while (backlog(wire) > 0) {
                Thread.sleep(20);
            }
        }
    }

    private static long backlog(Wire wire) throws IOException {
        long backlog = 0;
        for (JsonNode reaction :
                JSON.readTree(wire.get("/api/v1/reactions").body()).path("items")) {
            // What a plugin that was removed has not heard waits for it to come back.
            if (reaction.path("served").asBoolean()) {
                backlog += reaction.path("backlog").asLong();
            }
        }
        return backlog;
    }
}
