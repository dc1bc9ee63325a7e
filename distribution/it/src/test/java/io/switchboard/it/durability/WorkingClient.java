package io.switchboard.it.durability;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.Tickets;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens tickets, replies and leads them on until the server is gone, and remembers what was acknowledged. The request that
 * got no answer is sent again, with the same key, when the server is back. For one thread at a time.
 */
final class WorkingClient {

    private static final List<String> WAY = List.of("assigned", "in_progress", "resolved");

    private final String name;
    private final List<KnownTicket> tickets = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final Queue<Duration> took = new ConcurrentLinkedQueue<>();
    private @Nullable Step inDoubt;

    WorkingClient(String name) {
        this.name = name;
    }

    /** What the server acknowledged of a ticket. */
    static final class KnownTicket {
        final String subject;
        final List<String> messages = new ArrayList<>();
        final List<String> statuses = new ArrayList<>();

        @Nullable
        String id;

        KnownTicket(String subject) {
            this.subject = subject;
        }
    }

    /** A change, and what is known once it was acknowledged. */
    private interface Step {
        /** Sends the change, the same each time, and notes that it was acknowledged. */
        void carryOut(Http caller);
    }

    /** Works until the server does not answer any more. */
    void work(Http caller) {
        try {
            while (true) {
                leadOne(caller, Duration.ZERO);
            }
        } catch (UncheckedIOException serverIsGone) {
            Thread.yield();
        }
    }

    /** Works until somebody says that it is enough, with a pause after each change; fails with the first request that fails. */
    void work(Http caller, Duration pause, BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            leadOne(caller, pause);
        }
    }

    private void leadOne(Http caller, Duration pause) {
        KnownTicket ticket = new KnownTicket("Work of " + name + " number " + tickets.size());
        take(caller, opening(ticket), pause);
        for (String status : WAY) {
            take(caller, replying(ticket, "Before it is " + status), pause);
            take(caller, moving(ticket, status), pause);
        }
    }

    /** Sends again what got no answer, and returns how much that was. */
    int settle(Http caller) {
        Step open = inDoubt;
        if (open == null) {
            return 0;
        }
        open.carryOut(caller);
        inDoubt = null;
        return 1;
    }

    List<KnownTicket> tickets() {
        return tickets;
    }

    private void take(Http caller, Step step, Duration pause) {
        inDoubt = step;
        long begun = System.nanoTime();
        step.carryOut(caller);
        took.add(Duration.ofNanos(System.nanoTime() - begun));
        inDoubt = null;
        changes.incrementAndGet();
        LockSupport.parkNanos(pause.toNanos());
    }

    /** Returns how long each change took that was acknowledged since this was last asked; may be asked by any thread. */
    List<Duration> tookSince() {
        List<Duration> since = new ArrayList<>();
        for (Duration one = took.poll(); one != null; one = took.poll()) {
            since.add(one);
        }
        return since;
    }

    /** How many changes were acknowledged at the first try; may be asked by any thread. */
    int changes() {
        return changes.get();
    }

    private Step opening(KnownTicket ticket) {
        String key = newKey();
        return caller -> {
            Response answer =
                    caller.with("Idempotency-Key", key).post("/api/v1/tickets", Tickets.wanted(ticket.subject));
            ticket.id = acknowledged(answer).path("id").asText(null);
            tickets.add(ticket);
        };
    }

    private static Step replying(KnownTicket ticket, String body) {
        String key = newKey();
        return caller -> {
            acknowledged(new Tickets(caller.with("Idempotency-Key", key)).say(id(ticket), "reply", body));
            ticket.messages.add(body);
        };
    }

    /** Triage may change the ticket between reading its version and leading it on: then it is read again. */
    private static Step moving(KnownTicket ticket, String status) {
        String key = newKey();
        return caller -> {
            Tickets change = new Tickets(caller.with("Idempotency-Key", key));
            Response answer = change.move(id(ticket), status);
            while (answer.status() == 412) {
                answer = change.move(id(ticket), status);
            }
            acknowledged(answer);
            ticket.statuses.add(status);
        };
    }

    private static JsonNode acknowledged(Response answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("The change was refused: " + answer);
        }
        return Json.read(answer.text());
    }

    private static String id(KnownTicket ticket) {
        String id = ticket.id;
        if (id == null) {
            throw new IllegalStateException(ticket.subject + " was not opened");
        }
        return id;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
