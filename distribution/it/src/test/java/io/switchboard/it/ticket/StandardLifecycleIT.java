package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries each edge of the standard lifecycle, and each that is missing. */
@SwitchboardServer
class StandardLifecycleIT {

    private static final String ASSIGNED = "assigned";
    private static final String IN_PROGRESS = "in_progress";
    private static final String CUSTOMER = "waiting_for_customer";
    private static final String THIRD_PARTY = "waiting_for_third_party";
    private static final String RESOLVED = "resolved";
    private static final String CLOSED = "closed";
    private static final String REOPENED = "reopened";
    private static final String ARCHIVED = "archived";

    /** Where a ticket may go from each status. */
    private static final Map<String, List<String>> LEGAL = Map.of(
            "new",
            List.of(ASSIGNED),
            ASSIGNED,
            List.of("new", IN_PROGRESS, CUSTOMER, THIRD_PARTY, RESOLVED),
            IN_PROGRESS,
            List.of(ASSIGNED, CUSTOMER, THIRD_PARTY, RESOLVED),
            CUSTOMER,
            List.of(ASSIGNED, IN_PROGRESS, RESOLVED, THIRD_PARTY),
            THIRD_PARTY,
            List.of(ASSIGNED, IN_PROGRESS, RESOLVED, CUSTOMER),
            RESOLVED,
            List.of(CLOSED, REOPENED),
            CLOSED,
            List.of(REOPENED, ARCHIVED),
            REOPENED,
            List.of(ASSIGNED, IN_PROGRESS, CUSTOMER, THIRD_PARTY, RESOLVED),
            ARCHIVED,
            List.of());

    /** A way from the beginning to each status. */
    private static final Map<String, List<String>> WAYS = Map.of(
            "new",
            List.of(),
            ASSIGNED,
            List.of(ASSIGNED),
            IN_PROGRESS,
            List.of(ASSIGNED, IN_PROGRESS),
            CUSTOMER,
            List.of(ASSIGNED, CUSTOMER),
            THIRD_PARTY,
            List.of(ASSIGNED, THIRD_PARTY),
            RESOLVED,
            List.of(ASSIGNED, RESOLVED),
            CLOSED,
            List.of(ASSIGNED, RESOLVED, CLOSED),
            REOPENED,
            List.of(ASSIGNED, RESOLVED, REOPENED),
            ARCHIVED,
            List.of(ASSIGNED, RESOLVED, CLOSED, ARCHIVED));

    private Tickets tickets;

    @BeforeEach
    void signIn(RunningServer server) {
        tickets = new Tickets(server.administrator());
    }

    static Stream<Arguments> edges() {
        return LEGAL.entrySet().stream()
                .flatMap(from -> from.getValue().stream().map(to -> Arguments.of(from.getKey(), to)));
    }

    static Stream<String> statuses() {
        return LEGAL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void aLegalEdgeIsTaken(String from, String to) {
        String ticket = tickets.walk("From " + from + " to " + to, WAYS.get(from));

        Response answer = tickets.move(ticket, to);

        assertThat(answer.expect(200).json().path("status").asText()).isEqualTo(to);
        assertThat(tickets.status(ticket)).isEqualTo(to);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyOtherEdgeIsRefusedWithTheLegalOnes(String from) {
        String ticket = tickets.walk("Nowhere else from " + from, WAYS.get(from));
        String version = tickets.version(ticket);
        List<String> illegal = new ArrayList<>(LEGAL.keySet());
        illegal.removeAll(LEGAL.get(from));

        for (String to : illegal) {
            JsonNode problem = tickets.move(ticket, to).expect(409).json();

            assertThat(problem.path("type").asText()).isEqualTo("urn:switchboard:problem:illegal-transition");
            assertThat(texts(problem.path("legal"))).containsExactlyInAnyOrderElementsOf(LEGAL.get(from));
        }
        assertThat(tickets.version(ticket)).isEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theServerNamesTheLegalEdges(String from) {
        String ticket = tickets.walk("The ways out of " + from, WAYS.get(from));

        List<JsonNode> transitions = Tickets.items(tickets.caller().get(Tickets.path(ticket, "/transitions")));

        assertThat(transitions)
                .extracting(transition -> transition.path("to").asText())
                .containsExactlyInAnyOrderElementsOf(LEGAL.get(from));
    }

    private static List<String> texts(JsonNode array) {
        return Json.list(array).stream().map(JsonNode::asText).toList();
    }
}
