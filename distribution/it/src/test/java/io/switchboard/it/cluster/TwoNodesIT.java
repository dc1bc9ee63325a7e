package io.switchboard.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes are one desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private TwoNodes nodes;
    private Http first;
    private Http second;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        nodes = TwoNodes.in(folder);
        first = nodes.callers().get(0);
        second = nodes.callers().get(1);
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void fiftyTicketsThatAreOpenedAtOnceOverBothHaveDifferentNumbersAndAreTriagedOnce() throws Exception {
        List<Callable<Response>> requests = IntStream.range(0, 50)
                .mapToObj(number -> (Callable<Response>) () -> nodes.callers()
                        .get(number % 2)
                        .post("/api/v1/tickets", Tickets.wanted("Opened at once " + number)))
                .toList();
        List<String> numbers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            for (Future<Response> answer : threads.invokeAll(requests)) {
                numbers.add(answer.get().expect(201).json().path("number").asText());
                ids.add(answer.get().json().path("id").asText());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(numbers).hasSize(50).doesNotHaveDuplicates();
        for (String id : ids) {
            Patience.until("triage", () -> times(id, "ticket.triaged") > 0);
            assertThat(times(id, "ticket.triaged")).isEqualTo(1);
        }
    }

    @Test
    void aTimerRingsOnOneOfThem() {
        List<String> asleep = IntStream.range(0, 10)
                .mapToObj(number -> new Tickets(nodes.callers().get(number % 2)).open("Asleep " + number))
                .toList();
        String until =
                Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS).toString();
        for (String id : asleep) {
            new Tickets(second)
                    .changing(id)
                    .put(Tickets.path(id, "/postponement"), Map.of("until", until))
                    .expect(200);
        }

        for (String id : asleep) {
            Patience.until("waking up", () -> times(id, "ticket.woken") > 0);
        }
        // Whoever else claimed one would have rung by now: all were due together.
        assertThat(asleep)
                .allSatisfy(id -> assertThat(times(id, "ticket.woken")).isEqualTo(1));
    }

    @Test
    void whatIsSignedOutOnOneIsSignedOutOnTheOther() {
        Http there = nodes.first().administrator();
        Http here = nodes.second().http().with("Cookie", cookie(there));
        here.get("/api/v1/tickets").expect(200);

        there.delete("/api/v1/session").expect(204);

        Patience.until("signing out", () -> here.get("/api/v1/tickets").status() == 401);
    }

    @Test
    void theEventStreamOfOneTellsWhatHappensOnTheOther() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(second.address().resolve("/api/v1/events"))
                .header("Authorization", "Bearer " + nodes.token())
                .build();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                second.client().send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo(": welcome");
            String id = new Tickets(first).open("Told on the other node");

            assertThat(events.lines().filter(line -> line.contains(id)).findFirst())
                    .isPresent();
        }
    }

    @Test
    void whoOpensATicketOnOneIsSeenOnTheOther() throws Exception {
        String id = new Tickets(first).open("Looked at on the first node");
        HttpRequest request = HttpRequest.newBuilder(second.address().resolve("/api/v1/events"))
                .header("Authorization", "Bearer " + nodes.token())
                .build();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                second.client().send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo(": welcome");
            first.put(Tickets.path(id, "/presence"), Map.of("activity", "writing"))
                    .expect(200);

            assertThat(Tickets.items(second.get(Tickets.path(id, "/presence"))))
                    .singleElement()
                    .satisfies(
                            there -> assertThat(there.path("activity").asText()).isEqualTo("writing"));
            assertThat(events.lines()
                            .filter(line -> line.contains(id) && line.contains("ticket.presence"))
                            .findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("writing"));
        }
    }

    @Test
    void aLifecycleThatIsDrawnOnOneIsWalkedAtOnceOnTheOther() {
        first.post(
                        "/api/v1/lifecycle-profiles",
                        Map.of("id", "loans", "name", "Loans", "statuses", statuses("asked", "lent", "archived")))
                .expect(201);
        changing(second, "loans")
                .patch("/api/v1/lifecycle-profiles/loans", Map.of("types", List.of("question")))
                .expect(200);
        Tickets there = new Tickets(first);
        Tickets here = new Tickets(second);

        String id = there.open(Map.of("subject", "A projector", "description", "for Friday", "type", "question"))
                .path("id")
                .asText();
        assertThat(here.get(id).expect(200).json().path("profile").asText()).isEqualTo("loans");
        here.move(id, "lent").expect(200);

        changing(first, "loans")
                .put(
                        "/api/v1/lifecycle-profiles/loans",
                        Map.of(
                                "id",
                                "loans",
                                "name",
                                "Loans",
                                "statuses",
                                statuses("asked", "lent", "overdue", "archived")))
                .expect(200);
        here.move(id, "overdue").expect(200);
        assertThat(there.move(id, "lent").expect(409).json().path("legal"))
                .extracting(JsonNode::asText)
                .containsExactly("archived");
        assertThat(there.status(id)).isEqualTo("overdue");
    }

    /** Statuses of which each leads to the next. */
    private static List<Map<String, Object>> statuses(String... ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(number -> Map.<String, Object>of(
                        "id",
                        ids[number],
                        "name",
                        "Status " + ids[number],
                        "stage",
                        "working",
                        "nextMove",
                        "agent",
                        "category",
                        number == 0 ? "initial" : number + 1 < ids.length ? "active" : "done",
                        "runningClocks",
                        List.of("resolution"),
                        "next",
                        number + 1 < ids.length ? List.of(ids[number + 1]) : List.of()))
                .toList();
    }

    private static Http changing(Http caller, String profile) {
        return caller.with(
                "If-Match",
                caller.get("/api/v1/lifecycle-profiles/" + profile)
                        .expect(200)
                        .header("ETag")
                        .orElseThrow());
    }

    @Test
    void aFileThatCameByOneIsServedByTheOther() {
        String id = first.send(
                        "POST",
                        "/api/v1/attachments?name=note.txt",
                        HttpRequest.BodyPublishers.ofString("a note"),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();

        assertThat(second.get("/api/v1/attachments/" + id).expect(200).text()).isEqualTo("a note");
    }

    @Test
    void whatWasOpenedOnOneIsFoundByTheOther() {
        String id = new Tickets(first).open("Quokka in the server room");

        for (Http caller : nodes.callers()) {
            Patience.until(
                    "finding it",
                    () -> Tickets.items(caller.get("/api/v1/tickets?q=quokka")).stream()
                            .anyMatch(ticket -> ticket.path("id").asText().equals(id)));
        }
    }

    @Test
    void aNodeWithFilesOfItsOwnDoesNotStart(@TempDir Path folder) {
        ServerSetup setup = TwoNodes.node(folder, "third", nodes.database());

        assertThat(refusal(setup)).contains("--files");
    }

    private static String cookie(Http signedIn) {
        CookieManager cookies =
                (CookieManager) signedIn.client().cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String refusal(ServerSetup setup) {
        try {
            setup.start().close();
            return "it started";
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private long times(String ticket, String type) {
        return new Tickets(second)
                .history(ticket).stream()
                        .filter(event -> type.equals(event.path("type").asText()))
                        .count();
    }
}
