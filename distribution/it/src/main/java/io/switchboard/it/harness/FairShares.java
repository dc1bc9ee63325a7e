package io.switchboard.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A desk with ten equal agents, over whom many tickets are shared that are opened many at a time. */
public final class FairShares {
    private static final String API = "/api/v1";
    private static final int AGENTS = 10;

    private final List<Http> callers;

    /** Staffs an empty desk as its administrator, who may call several nodes. */
    public FairShares(List<Http> callers) {
        this.callers = List.copyOf(callers);
        Http administrator = callers.get(0);
        String team = made(administrator, "/teams", Map.of("name", "Ten equal agents"));
        for (int agent = 0; agent < AGENTS; agent++) {
            made(
                    administrator,
                    "/agents",
                    Map.of(
                            "name",
                            "Agent " + agent,
                            "email",
                            "agent" + agent + "@desk.example",
                            "roles",
                            List.of("agent"),
                            "teams",
                            List.of(team)));
        }
    }

    /** Opens tickets, so many at a time and by turns at each node, and waits until somebody has each. */
    public Map<String, Integer> share(int tickets, int atOnce) {
        List<Callable<String>> requests = IntStream.range(0, tickets)
                .mapToObj(number -> (Callable<String>) () ->
                        made(callers.get(number % callers.size()), "/tickets", Tickets.wanted("One of many " + number)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        List<String> ids = new ArrayList<>();
        try {
            for (Future<String> made : threads.invokeAll(requests)) {
                ids.add(made.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException refused) {
            throw new AssertionError("A ticket was not opened", refused.getCause());
        } finally {
            threads.shutdownNow();
        }
        Map<String, Integer> shares = new TreeMap<>();
        ids.forEach(id -> shares.merge(assignee(id), 1, Integer::sum));
        return shares;
    }

    private String assignee(String ticket) {
        Tickets tickets = new Tickets(callers.get(0));
        Patience.until(
                "somebody has ticket " + ticket, () -> !named(tickets, ticket).isMissingNode());
        return named(tickets, ticket).asText();
    }

    private static JsonNode named(Tickets tickets, String ticket) {
        return tickets.get(ticket).expect(200).json().path("assignee").path("name");
    }

    private static String made(Http caller, String path, Map<String, ?> request) {
        return caller.post(API + path, request).expect(201).json().path("id").asText();
    }
}
