package io.switchboard.it.person;

import static io.switchboard.it.person.Customer.API;
import static io.switchboard.it.person.Customer.made;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person with tickets, files, sessions and a token is erased: nowhere a word of theirs is left, and nothing else is gone. */
class ErasureIT {
    private static final Map<String, Object> WISH = Map.of("reason", "Asked for it in a letter");

    private static String erasure(String person) {
        return API + "/people/" + person + "/erase";
    }

    @Test
    void nothingOfAnErasedPersonIsLeft(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Customer ada = Customer.of(server, administrator, "Adalind Quetzal");
            Customer bob = Customer.of(server, administrator, "Bob Builder");
            Traces traces = leaveTraces(administrator, ada, bob);
            String[] canaries = traces.canaries().toArray(String[]::new);
            found(administrator, traces.searched(), true);
            JsonNode before = new Tickets(administrator).get(traces.own()).json();

            refusals(server, administrator, ada);
            JsonNode erased = erase(administrator, ada.id(), Map.of("reason", "Wish of " + ada.name()));
            assertThat(erased.path("state").asText()).isEqualTo("done");
            assertThat(erased.path("name").asText()).matches("Erased person \\d+");

            nobodyComesIn(server, ada, traces.token());
            found(administrator, traces.searched(), false);
            assertThat(everything(administrator, traces)).doesNotContainIgnoringCase(canaries);
            assertThat(backup(administrator)).doesNotContainIgnoringCase(canaries);
            whatIsNotTheirsStays(administrator, bob, traces, before);
            assertThat(erase(administrator, ada.id(), WISH)).isEqualTo(erased);
            somebodyNewOfTheSameAddress(administrator, ada);
            server.stop();
            assertThat(server.command("verify-history").exitCode()).isZero();
        }
    }

    @Test
    void anAgentGoesOnlyWithoutOpenTicketsAndTheirAnswersStayWithoutTheirName(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            String team = made(administrator, "/teams", Map.of("name", "Printers"));
            String email = "tomlin.vanderbilt@example.org";
            Map<String, Object> agent = Map.of(
                    "name",
                    "Tomlin Vanderbilt",
                    "email",
                    email,
                    "password",
                    Customer.PASSWORD,
                    "roles",
                    List.of("agent"),
                    "teams",
                    List.of(team));
            String tom = made(administrator, "/agents", agent);
            Http session = server.http().signIn(email, Customer.PASSWORD);
            Customer bob = Customer.of(server, administrator, "Bob Builder");
            String ticket = bob.ticketBy(administrator, "Printer", "It smokes");
            assign(administrator, ticket, Map.of("agent", tom)).expect(200);
            new Tickets(session)
                    .say(ticket, "reply", "Turn it off. Tomlin Vanderbilt, Printers")
                    .expect(201);

            Response refused = erasing(administrator).post(erasure(tom), WISH).expect(409);
            assertThat(refused.json().path("type").asText()).endsWith(":in-use");
            assertThat(refused.json().path("openTickets").asInt()).isEqualTo(1);
            assertThat(session.get(API + "/tickets/" + ticket).status()).isEqualTo(200);
            assign(administrator, ticket, Map.of("team", team)).expect(200);
            JsonNode erased = erase(administrator, tom, WISH);
            assertThat(erased.path("tickets").asText()).isEqualTo("keep");
            Patience.until("the erasure is over", () -> "done".equals(state(administrator, tom)));

            assertThat(session.get(API + "/tickets/" + ticket).status()).isEqualTo(401);
            List<JsonNode> thread = new Tickets(administrator).thread(ticket);
            JsonNode reply = thread.get(thread.size() - 1);
            assertThat(reply.path("body").asText()).isEqualTo("Turn it off. [erased], Printers");
            assertThat(reply.toString()).contains(erased.path("name").asText());
            administrator.get(API + "/agents/" + tom).expect(404);
            assertThat(backup(administrator)).doesNotContainIgnoringCase("Vanderbilt");
            theLastAdministratorStays(server, administrator);
        }
    }

    @Test
    void anErasureOfManyTicketsGoesOnAfterAKill(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Customer ada = Customer.of(server, administrator, "Adalind Quetzal");
            List<String> tickets = new ArrayList<>();
            for (int number = 0; number < 120; number++) {
                tickets.add(made(
                        ada.session(), "/tickets", Map.of("subject", "Mossy " + number, "description", "mossy words")));
            }
            JsonNode begun = erase(administrator, ada.id(), WISH);
            server.kill9();
            assertThat(begun.path("state").asText()).isEqualTo("running");
            assertThat(begun.path("redactedTickets").asInt()).isEqualTo(25);
            server.startAgain();
            Http again = server.administrator();
            Patience.until("the erasure is over", () -> "done".equals(state(again, ada.id())));
            assertThat(again.get(erasure(ada.id()))
                            .json()
                            .path("redactedTickets")
                            .asInt())
                    .isEqualTo(120);
            for (String ticket : tickets) {
                assertThat(again.get(API + "/tickets/" + ticket).expect(200).text())
                        .doesNotContainIgnoringCase("mossy");
            }
            server.stop();
            assertThat(server.command("verify-history").exitCode()).isZero();
        }
    }

    /**
     * What somebody left.
     *
     * @param own a ticket that they opened
     * @param foreign a ticket of somebody else, in which they wrote
     * @param tickets all of these and others
     * @param token what a program of theirs comes in with
     */
    private record Traces(String own, String foreign, List<String> tickets, String file, String token) {
        List<String> searched() {
            return List.of("quetzal", "zeppelin", "marmalade", "xylophone", "obsidian", "krakatoa", "walrus");
        }

        List<String> canaries() {
            List<String> all = new ArrayList<>(searched());
            all.add("tangerine");
            all.add("periwinkle");
            return all;
        }
    }

    private static Traces leaveTraces(Http administrator, Customer ada, Customer bob) {
        Tickets desk = new Tickets(administrator);
        called(administrator, ada, "Adalind Periwinkle", "periwinkle@example.org");
        String file = Customer.file(ada.session(), "tangerine.txt", "tangerine peel");
        Customer.file(ada.session(), "walrus-unused.txt", "walrus");
        Http repeatable =
                ada.session().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> wanted = Map.of(
                "subject", "Zeppelin landed",
                "description", "The marmalade is on it",
                "errorMessages", "XYLOPHONE 17",
                "userImpact", "All of obsidian stands still",
                "affectedSystems", List.of("krakatoa"),
                "fields", Map.of("place", "walrus room"),
                "attachments", List.of(file));
        String own = made(repeatable, "/tickets?wait=triage", wanted);
        ada.session()
                .post(API + "/tickets/" + own + "/messages", Map.of("body", "More marmalade, " + ada.phone()))
                .expect(201);
        desk.say(own, "reply", "Dear " + ada.name().toUpperCase(Locale.ROOT) + ", restart the spooler")
                .expect(201);
        desk.say(own, "note", "She wrote from " + ada.email() + " about the spooler")
                .expect(201);
        desk.say(own, "note", "Once she was periwinkle@example.org").expect(201);
        called(administrator, ada, ada.name(), ada.email());
        desk.changing(own)
                .patch(Tickets.path(own, ""), Map.of("subject", "Zeppelin again", "reason", "krakatoa"))
                .expect(200);
        String byTelephone = ada.ticketBy(administrator, "Zeppelin two", "obsidian on the telephone");
        String archived = ada.ticketBy(administrator, "Zeppelin three", "marmalade");
        for (String status : List.of("assigned", "resolved", "closed", "archived")) {
            desk.move(archived, status).expect(200);
        }
        String trashed = ada.ticketBy(administrator, "Zeppelin four", "marmalade");
        desk.changing(trashed).delete(Tickets.path(trashed, "")).expect(200);
        String foreign = bob.ticket("Ladder", "It wobbles", List.of());
        administrator
                .post(Tickets.path(foreign, "/participants"), Map.of("person", ada.id(), "kind", "cc"))
                .expect(201);
        ada.session()
                .post(Tickets.path(foreign, "/messages"), Map.of("body", "A walrus did it"))
                .expect(201);
        String token = ada.session()
                .post(API + "/tokens", Map.of("name", "walrus laptop"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        return new Traces(own, foreign, List.of(own, byTelephone, archived, trashed, foreign), file, token);
    }

    private static void called(Http administrator, Customer customer, String name, String email) {
        erasing(administrator)
                .patch(API + "/customers/" + customer.id(), Map.of("name", name, "email", email))
                .expect(200);
    }

    private static void refusals(RunningServer server, Http administrator, Customer ada) {
        String path = erasure(ada.id());
        administrator.post(path, WISH).expect(428);
        administrator.with("If-Match", "\"77\"").post(path, WISH).expect(412);
        for (String wrong : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"x\",\"tickets\":\"burn\"}")) {
            erasing(administrator).post(path, wrong).expect(400);
        }
        erasing(ada.session()).post(path, WISH).expect(403);
        String self = administrator.get(API + "/session").json().at("/user/id").asText();
        assertThat(self).isNotEmpty();
        erasing(administrator).post(erasure(self), WISH).expect(422);
        erasing(administrator).post(erasure(UUID.randomUUID().toString()), WISH).expect(404);
        administrator.get(path).expect(404);
        assertThat(server.http().signIn(ada.email(), Customer.PASSWORD)).isNotNull();
    }

    private static void nobodyComesIn(RunningServer server, Customer ada, String token) {
        ada.session().get(API + "/tickets").expect(401);
        server.http().withToken(token).get(API + "/tickets").expect(401);
        server.http()
                .post(API + "/session", Map.of("email", ada.email(), "password", Customer.PASSWORD))
                .expect(401);
    }

    /** Waits until a search finds something for each word, or for none. */
    private static void found(Http administrator, List<String> words, boolean wanted) {
        for (String word : words) {
            Patience.until(
                    "the search knows of " + word + ": " + wanted,
                    () -> Tickets.items(administrator.get(API + "/tickets?view=all&q=" + word))
                                    .isEmpty()
                            != wanted);
        }
    }

    private static String everything(Http administrator, Traces traces) {
        List<String> all = new ArrayList<>();
        for (String ticket : traces.tickets()) {
            for (String part : List.of("", "/thread", "/history", "/participants", "/links", "/chain")) {
                all.add(administrator
                        .get(Tickets.path(ticket, part))
                        .expect(200)
                        .text());
            }
            all.add(administrator
                    .get(Tickets.path(ticket, "/assignment/explanation"))
                    .text());
        }
        for (String list : List.of(
                "/tickets?view=all&limit=200",
                "/tickets?view=discarded",
                "/audit?limit=200",
                "/customers?limit=200",
                "/agents?limit=200")) {
            all.add(administrator.get(API + list).expect(200).text());
        }
        administrator.get(API + "/attachments/" + traces.file()).expect(404);
        return String.join("\n", all);
    }

    private static void whatIsNotTheirsStays(Http administrator, Customer bob, Traces traces, JsonNode before) {
        Tickets desk = new Tickets(administrator);
        JsonNode after = desk.get(traces.own()).expect(200).json();
        for (String kept : List.of("number", "status", "priority", "createdAt", "updatedAt", "tags", "team")) {
            assertThat(after.path(kept)).as(kept).isEqualTo(before.path(kept));
        }
        assertThat(after.path("subject").asText()).isEqualTo("[erased]");
        assertThat(after.path("version").asInt())
                .isGreaterThan(before.path("version").asInt());
        assertThat(desk.bodies(traces.own()))
                .contains("Dear [erased], restart the spooler", "She wrote from [erased] about the spooler");
        assertThat(desk.bodies(traces.foreign())).containsExactly("It wobbles", "[erased]");
        assertThat(new Tickets(bob.session()).get(traces.foreign()).expect(200).text())
                .contains("Ladder");
        assertThat(desk.history(traces.own()).get(0).path("type").asText()).isEqualTo("ticket.redacted");
        administrator
                .get(API + "/people/" + after.at("/requester/id").asText() + "/export")
                .expect(404);
        JsonNode told = Tickets.items(administrator.get(API + "/audit?kind=person.erased"))
                .get(0);
        assertThat(told.path("object").asText())
                .isEqualTo("person:" + after.at("/requester/id").asText());
        assertThat(told.at("/after/reason").asText()).isEqualTo("Wish of [erased]");
        assertThat(Tickets.items(administrator.get(API + "/audit?kind=person.made")))
                .hasSizeGreaterThan(1);
    }

    private static void somebodyNewOfTheSameAddress(Http administrator, Customer ada) {
        String ticket = ada.ticketBy(administrator, "Once more", "They are back");
        JsonNode requester = new Tickets(administrator).get(ticket).json().path("requester");
        assertThat(requester.path("id").asText()).isNotEqualTo(ada.id());
        assertThat(requester.path("email").asText()).isEqualTo(ada.email());
    }

    private static void theLastAdministratorStays(RunningServer server, Http administrator) throws IOException {
        String secret = Files.readString(server.data().resolve("admin.token")).strip();
        String last = administrator.get(API + "/session").json().at("/user/id").asText();
        Response refused = erasing(server.http().withToken(secret))
                .post(erasure(last), WISH)
                .expect(422);
        assertThat(refused.json().path("type").asText()).endsWith(":policy-refused");
        administrator.get(API + "/session").expect(200);
    }

    private static Response assign(Http caller, String ticket, Map<String, Object> to) {
        return caller.with("If-Match", "*").put(Tickets.path(ticket, "/assignment"), to);
    }

    private static Http erasing(Http caller) {
        return caller.with("If-Match", "*");
    }

    private static JsonNode erase(Http administrator, String person, Map<String, Object> wish) {
        return erasing(administrator).post(erasure(person), wish).expect(200).json();
    }

    private static String state(Http administrator, String person) {
        return administrator
                .get(erasure(person))
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    /** All rows of the database. Bytes of files that nobody has any more go a minute later. */
    private static String backup(Http administrator) throws IOException {
        byte[] zip = administrator.post(API + "/backup", Map.of()).expect(200).bytes();
        StringBuilder text = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith("tables/") && !entry.getName().contains("plugin")) {
                    text.append(entry.getName()).append('\n');
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(text.toString()).contains("Erased person");
        return text.toString();
    }
}
