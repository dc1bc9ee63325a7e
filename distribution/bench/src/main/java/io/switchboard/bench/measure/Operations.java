package io.switchboard.bench.measure;

import io.switchboard.bench.measure.ClosedLoop.Client;
import io.switchboard.bench.measure.ClosedLoop.Clients;
import io.switchboard.bench.measure.Wire.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** What people do with a desk, each as clients that do it again and again. */
final class Operations {
    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis());

    private final ServerProcess server;
    private final String token;

    Operations(ServerProcess server, String token) {
        this.server = server;
        this.token = token;
    }

    /** A step that is repeated on a connection of its own. */
    private interface Step {
        Answer take(Wire wire, Random random) throws IOException;
    }

    private Clients clients(int expected, Step step) {
        return number -> {
            Wire wire = server.wire(token);
            Random random = new Random(number);
            return new Client() {
                @Override
                public boolean once() throws IOException {
                    return step.take(wire, random).status() == expected;
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }

    Clients open() {
        return clients(201, (wire, random) -> wire.post("/api/v1/tickets", ticket(random)));
    }

    Clients openTriaged() {
        return clients(201, (wire, random) -> wire.post("/api/v1/tickets?wait=triage", ticket(random)));
    }

    private static String ticket(Random random) {
        long number = NUMBER.incrementAndGet();
        return """
                {"subject": "The printer %d on the third floor is out of order", "description": "%s",
                 "requester": {"name": "Customer %d", "email": "customer%d@customers.example"}}""".formatted(
                        number,
                        "Since this morning nothing comes out, and the display is dark. ".repeat(8),
                        number % 1_000,
                        random.nextInt(1_000));
    }

    Clients reply(List<String> tickets) {
        return clients(
                201,
                (wire, random) -> wire.post("/api/v1/tickets/" + any(tickets, random) + "/messages", """
                        {"kind": "reply", "body": "We looked into it and will be with you %d."}""".formatted(
                                NUMBER.incrementAndGet())));
    }

    Clients queue() {
        return clients(200, (wire, random) -> wire.get("/api/v1/tickets?view=open&sort=priority&limit=25"));
    }

    /** What goes on all day: one opens a ticket, three look at a queue. */
    Clients everyday() {
        return number -> (number % 4 == 0 ? open() : queue()).client(number);
    }

    Clients ticket(List<String> tickets) {
        return clients(200, (wire, random) -> wire.get("/api/v1/tickets/" + any(tickets, random)));
    }

    Clients thread(List<String> tickets) {
        return clients(200, (wire, random) -> wire.get("/api/v1/tickets/" + any(tickets, random) + "/thread"));
    }

    Clients search(String word) {
        return clients(200, (wire, random) -> wire.get("/api/v1/tickets?q=" + word + "&limit=25"));
    }

    private static String any(List<String> tickets, Random random) {
        return tickets.get(random.nextInt(tickets.size()));
    }
}
