package io.switchboard.it.story;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who uses the desk all the time, and writes down each request that fails. */
final class Passer {
    private static final String API = "/api/v1";

    private final Http http;
    private final String ticket;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Thread thread = new Thread(this::go, "passer");
    private volatile boolean going = true;

    private Passer(Http http, String ticket) {
        this.http = http;
        this.ticket = ticket;
    }

    /** Begins. */
    static Passer of(RunningServer server) {
        // A token, because the clock is moved past the end of sessions.
        String token = server.administrator()
                .post(API + "/tokens", Map.of("name", "passer"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        Http http = server.http().withToken(token);
        Passer passer = new Passer(http, new Tickets(http).open("Somebody passes by"));
        passer.thread.setDaemon(true);
        passer.thread.start();
        return passer;
    }

    private void go() {
        while (going) {
            try {
                seen(http.get(API + "/tickets?limit=10"), "queue");
                seen(http.get(Tickets.path(ticket, "")), "ticket");
                seen(http.post(Tickets.path(ticket, "/messages"), Map.of("kind", "note", "body", "Here I am")), "note");
                seen(http.post(API + "/tickets", Tickets.wanted("Somebody asks in passing")), "new ticket");
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                failures.add(failed.toString());
            }
        }
    }

    private void seen(Response response, String what) {
        requests.incrementAndGet();
        if (response.status() >= 300) {
            failures.add(what + ": " + response.status() + " " + response.text());
        }
    }

    int requests() {
        return requests.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    void stop() {
        going = false;
        try {
            thread.join(30_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
