package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.SwitchboardServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/**
 * Calls every operation of the API's description as every role. What is new in the API is covered without a change here;
 * what is open to anybody must be added by hand.
 */
@SwitchboardServer
class EveryOperationIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";
    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /openapi.json",
            "POST /session",
            "POST /session/link",
            "POST /invitations/{token}",
            "POST /password-reset",
            "POST /password-reset/{token}",
            "POST /sign-in-link",
            "GET /verification/{token}",
            "POST /verification/{token}",
            "GET /ui/contributions",
            "GET /survey/{token}",
            "POST /survey/{token}");
    /** Not called: they would end the session that calls, copy the whole desk, or never end. */
    private static final Set<String> SPARED =
            Set.of("DELETE /session", "DELETE /sessions", "POST /backup", "GET /events");

    /** The empty body was refused before anything was looked up. */
    private static final int MALFORMED = 400;
    /** The operation takes no JSON, so the body was not read. */
    private static final int NOT_READ = 415;

    private static final List<String> STAFF_ONLY = List.of(
            "/agents",
            "/customers",
            "/customer-lookups",
            "/organizations",
            "/teams",
            "/roles",
            "/plugins",
            "/reactions",
            "/extension-points",
            "/templates",
            "/macros",
            "/views",
            "/audit",
            "/sign-in-policy",
            "/triage-policy",
            "/people",
            "/retention",
            "/assignment",
            "/surveys",
            "/survey-policy");

    /** An operation of the API. */
    private record Call(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Those who call, and the tickets they call about. */
    private record World(Map<String, Http> callers, String customersTicket, String foreignTicket) {}

    @Test
    void nobodyIsServedWithoutSigningInButWhereItIsMeantSo(RunningServer server) {
        Map<String, Integer> wrong = statuses(
                server,
                server.http(),
                UUID.randomUUID().toString(),
                (call, status) -> OPEN.contains(call.toString()) ? status != 401 : status == 401 || status == NOT_READ);
        assertThat(wrong).isEmpty();
        server.http().get(API + "/events").expect(401);
    }

    @Test
    void aTicketThatIsNotSeenDoesNotExistForAnyOperation(RunningServer server) {
        World world = world(server);
        for (String role : List.of("customer", "agent of another team")) {
            Http caller = world.callers().get(role);
            String nothing = UUID.randomUUID().toString();
            Map<String, Integer> wrong = statuses(
                    server,
                    caller,
                    world.foreignTicket(),
                    (call, status) -> !call.path().startsWith("/tickets/{")
                            || status == 404
                            || status == MALFORMED && status(caller, call, nothing) == MALFORMED);
            assertThat(wrong).as(role).isEmpty();
        }
    }

    @Test
    void aCustomerReachesNothingThatIsForStaff(RunningServer server) {
        Map<String, Integer> wrong = statuses(
                server,
                world(server).callers().get("customer"),
                UUID.randomUUID().toString(),
                (call, status) -> STAFF_ONLY.stream().noneMatch(call.path()::startsWith)
                        || Set.of(403, MALFORMED, NOT_READ).contains(status));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noOperationFailsForAnyRoleOnAnOwnOrForeignTicket(RunningServer server) {
        World world = world(server);
        world.callers().forEach((role, caller) -> {
            for (String ticket : List.of(world.foreignTicket(), world.customersTicket())) {
                assertThat(statuses(server, caller, ticket, (call, status) -> status < 500))
                        .as(role)
                        .isEmpty();
            }
        });
    }

    private static Map<String, Integer> statuses(
            RunningServer server, Http caller, String ticket, BiPredicate<Call, Integer> expected) {
        Map<String, Integer> wrong = new LinkedHashMap<>();
        for (Call call : calls(server)) {
            int status = status(caller, call, ticket);
            if (!expected.test(call, status)) {
                wrong.put(call.toString(), status);
            }
        }
        return wrong;
    }

    private static int status(Http caller, Call call, String ticket) {
        String path = API
                + call.path()
                        .replace("{ticket}", ticket)
                        .replace("{catalog}", "categories")
                        .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        boolean body = !call.method().equals("GET") && !call.method().equals("DELETE");
        return caller.send(
                        call.method(),
                        path,
                        body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody(),
                        Map.of("Content-Type", "application/json", "If-Match", "*"))
                .status();
    }

    private static List<Call> calls(RunningServer server) {
        JsonNode paths =
                server.http().get(API + "/openapi.json").expect(200).json().path("paths");
        List<Call> calls = new ArrayList<>();
        paths.fieldNames()
                .forEachRemaining(path -> paths.path(path).fieldNames().forEachRemaining(method -> {
                    Call call = new Call(method.toUpperCase(Locale.ROOT), path);
                    if (!SPARED.contains(call.toString())) {
                        calls.add(call);
                    }
                }));
        assertThat(calls).hasSizeGreaterThan(50);
        return calls;
    }

    private static World world(RunningServer server) {
        Http administrator = server.administrator();
        People people = new People(server, administrator);
        String tag = UUID.randomUUID().toString().substring(0, 8);
        String team = people.team("Team " + tag);
        String other = people.team("Other team " + tag);
        Map<String, Http> callers = new LinkedHashMap<>();
        callers.put("anonymous", server.http());
        callers.put("customer", people.customer("customer." + tag));
        callers.put("agent of another team", people.agent("other." + tag, "agent", other));
        callers.put("agent", people.agent("agent." + tag, "agent", team));
        callers.put("supervisor", people.agent("supervisor." + tag, "supervisor", team));
        callers.put("administrator", server.http().signIn(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD));
        return new World(
                callers,
                ticket(administrator, "customer." + tag, team),
                ticket(administrator, "somebody.else." + tag, team));
    }

    private static String ticket(Http administrator, String requester, String team) {
        Map<String, Object> request = Map.of(
                "subject",
                "Printer",
                "description",
                "It smokes",
                "requester",
                Map.of("email", requester + "@example.org"));
        String id = made(administrator, "/tickets?wait=triage", request);
        administrator
                .with("If-Match", "*")
                .put(API + "/tickets/" + id + "/assignment", Map.of("team", team))
                .expect(200);
        return id;
    }

    private static String made(Http caller, String path, Map<String, ?> request) {
        return caller.post(API + path, request).expect(201).json().path("id").asText();
    }
}
