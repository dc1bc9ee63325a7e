package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may change accounts cannot make more of it than they were given, on the distribution. */
@SwitchboardServer
class AccountReachIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    @Test
    void whoeverEditsPeopleClosesNoAccountOfSomebodyWhoMayDoMoreNorOpensItAgain(RunningServer server) {
        Http administrator = server.administrator();
        String other = agent(administrator, address());
        give(administrator, other, List.of("administrator"));
        Http clerk = somebodyWho(server, administrator, List.of("people.read", "people.edit"));

        needs("role.edit", clerk.with("If-Match", "*").delete(API + "/agents/" + other));
        needs("role.edit", clerk.with("If-Match", "*").patch(API + "/agents/" + other, Map.of("active", false)));
        administrator.with("If-Match", "*").delete(API + "/agents/" + other).expect(200);
        needs("role.edit", clerk.with("If-Match", "*").patch(API + "/agents/" + other, Map.of("active", true)));

        give(administrator, other, List.of(role(administrator, List.of("people.read"))));
        clerk.with("If-Match", "*")
                .patch(API + "/agents/" + other, Map.of("active", true))
                .expect(200);
        clerk.with("If-Match", "*").delete(API + "/agents/" + other).expect(200);
    }

    @Test
    void anAgentBecomesNoCustomerWhoseTicketsAreKeptFromThem(RunningServer server) {
        Http administrator = server.administrator();
        String tag = UUID.randomUUID().toString().substring(0, 8);
        String ada = made(administrator, "/customers", Map.of("name", "Ada", "email", "ada." + tag + "@example.org"));
        String bank = made(
                administrator,
                "/organizations",
                Map.of("name", "Bank " + tag, "domains", List.of(tag + ".example"), "sharesTickets", true));
        String cy = made(
                administrator,
                "/customers",
                Map.of("name", "Cy", "phone", "+49 30 " + System.nanoTime() % 10_000_000, "organization", bank));
        String email = address();
        agent(administrator, email);
        Http agent = server.http().signIn(email, PASSWORD).with("If-Match", "*");

        needs("people.edit", agent.post(API + "/customers/" + ada + "/sign-in-link", Map.of()));
        needs("people.edit", agent.post(API + "/invitations", Map.of("person", ada)));
        needs("people.edit", agent.patch(API + "/customers/" + ada, Map.of("email", "mine@example.net")));
        String own = API + "/customers/" + ada;
        assertThat(agent.get(own).json().path("email").asText()).startsWith("ada.");
        agent.patch(own, Map.of("email", "Ada." + tag + "@EXAMPLE.org", "name", "Ada L."))
                .expect(200);

        needs("people.edit", agent.patch(own, Map.of("organization", bank)));
        needs("people.edit", agent.patch(API + "/customers/" + cy, Map.of("email", tag + "@example.net")));
        needs(
                "people.edit",
                agent.post(API + "/customers", Map.of("name", "I", "email", "i@example.net", "organization", bank)));
        agent.patch(API + "/customers/" + cy, Map.of("email", "cy@" + tag + ".example"))
                .expect(200);
        String domains = API + "/organizations/" + bank;
        needs("people.edit", agent.patch(domains, Map.of("domains", List.of(tag + ".example", "example.net"))));
        String shop = made(agent, "/organizations", Map.of("name", "Shop " + tag));
        needs("people.edit", agent.patch(API + "/organizations/" + shop, Map.of("sharesTickets", true)));
        agent.patch(domains, Map.of("name", "The bank " + tag)).expect(200);
    }

    @Test
    void customersSayNotByWhichDoorTheirTicketsCame(RunningServer server) {
        Http customer = People.of(server).customer("door." + UUID.randomUUID());
        for (Map<String, String> origin : List.of(
                Map.of("channel", "phone"),
                Map.of(
                        "externalSystem",
                        "alertmanager",
                        "externalNumber",
                        UUID.randomUUID().toString()))) {
            Map<String, String> ticket = new HashMap<>(origin);
            ticket.put("subject", "Printer");
            ticket.put("description", "It smokes");
            needs("ticket.open_for_others", customer.post(API + "/tickets", ticket));
        }
        made(customer, "/tickets", Map.of("subject", "Printer", "description", "It smokes", "channel", "api"));
    }

    private static String agent(Http administrator, String email) {
        return made(administrator, "/agents", Map.of("name", "Agent", "email", email, "password", PASSWORD));
    }

    private static String address() {
        return "agent." + UUID.randomUUID() + "@example.org";
    }

    private static Http somebodyWho(RunningServer server, Http administrator, List<String> rights) {
        String email = address();
        give(administrator, agent(administrator, email), List.of(role(administrator, rights)));
        return server.http().signIn(email, PASSWORD);
    }

    private static String role(Http administrator, List<String> rights) {
        String role = "role-" + UUID.randomUUID().toString().substring(0, 8);
        administrator
                .post(API + "/roles", Map.of("id", role, "name", role, "rights", rights))
                .expect(201);
        return role;
    }

    private static void give(Http administrator, String person, List<String> roles) {
        administrator
                .with("If-Match", "*")
                .patch(API + "/agents/" + person, Map.of("roles", roles))
                .expect(200);
    }

    private static String made(Http caller, String path, Map<String, ?> request) {
        return caller.post(API + path, request).expect(201).json().path("id").asText();
    }

    private static void needs(String right, Response refused) {
        assertThat(refused.expect(403).json().path("right").asText()).isEqualTo(right);
    }
}
