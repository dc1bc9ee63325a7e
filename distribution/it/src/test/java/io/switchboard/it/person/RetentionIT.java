package io.switchboard.it.person;

import static io.switchboard.it.person.Customer.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of retention: what is old enough goes at night, what is not stays, and a preview tells which. */
class RetentionIT {
    private static final String RULES = API + "/retention";
    private static final Map<String, Integer> MONTH = Map.of("days", 30);
    private static final Map<String, Object> PURGE = Map.of(
            "tickets", Map.of("days", 30, "action", "purge"),
            "spam", MONTH,
            "trash", MONTH,
            "customers", MONTH,
            "deliveries", MONTH);

    @Test
    void whatIsOldEnoughGoesAtNightAndWhatIsNotStays(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            onlyRulesWithinLimitsAreTakenAndOnlyFromThoseWhoMayPurgeByHand(server, administrator);
            Desk old = Desk.filled(server, administrator);
            move(administrator, "P25D");
            Tickets desk = new Tickets(administrator);
            String young = desk.open("Young");
            solve(desk, young);
            String thrown = desk.open("Thrown away");
            desk.changing(thrown).delete(Tickets.path(thrown, "")).expect(200);
            move(administrator, "P15D");

            assertThat(expected(administrator, Map.of())).isEmpty();
            Map<String, Integer> expected = expected(administrator, PURGE);
            assertThat(expected)
                    .containsEntry("tickets", 1)
                    .containsEntry("spam", 1)
                    .containsEntry("trash", 1);
            assertThat(expected).containsEntry("customers", 1).containsEntry("deliveries", 0);
            JsonNode first =
                    administrator.post(RULES + "/preview", PURGE).json().path("items");
            assertThat(first.toString())
                    .contains(old.number())
                    .contains(old.idle().id());
            desk.get(old.archived()).expect(200);

            JsonNode run = night(administrator, PURGE);
            for (String subject : List.of("tickets", "spam", "trash", "customers")) {
                assertThat(run.path("taken").path(subject).asInt()).as(subject).isEqualTo(expected.get(subject));
            }
            for (String gone : List.of(old.archived(), old.merged(), old.spam(), old.trash())) {
                assertThat(desk.get(gone).status()).isEqualTo(410);
            }
            for (String kept : List.of(old.tied(), old.open(), young, thrown)) {
                desk.get(kept).expect(200);
            }
            administrator.get(API + "/customers/" + old.idle().id()).expect(404);
            administrator.get(API + "/customers/" + old.ada().id()).expect(200);
            JsonNode told = Tickets.items(administrator.get(API + "/audit?kind=retention.run"))
                    .get(0);
            assertThat(told.at("/after/tickets").asInt()).isEqualTo(1);
            assertThat(told.path("actor").asText()).isEqualTo("timer:retention");

            night(administrator, PURGE);
            administrator.get(API + "/customers/" + old.ada().id()).expect(404);
            administrator.get(API + "/customers/" + old.busy().id()).expect(200);
            emptiedTicketsStayForTheFigures(administrator, old, young);
            server.stop();
            assertThat(server.command("verify-history").exitCode()).isZero();
        }
    }

    @Test
    void aRunThatWasKilledGoesOnAndCountsNothingTwice(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            Tickets desk = new Tickets(administrator);
            List<String> thrown = new ArrayList<>();
            for (int number = 0; number < 150; number++) {
                String id = desk.caller()
                        .post(API + "/tickets", Tickets.wanted("Thrown " + number))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
                desk.caller().with("If-Match", "*").delete(Tickets.path(id, "")).expect(200);
                thrown.add(id);
            }
            Map<String, Object> rules = Map.of("trash", MONTH);
            put(administrator, rules);
            administrator.post(API + "/clock", Map.of("by", "P31D")).expect(200);
            server.kill9();
            server.startAgain();
            Http again = server.administrator();
            if (again.get(RULES).json().path("lastRun").isNull()) {
                again.post(API + "/clock", Map.of("by", "P31D")).expect(200);
            }
            ended(again);
            assertThat(again.get(RULES).json().at("/lastRun/taken/trash").asInt())
                    .isEqualTo(150);
            thrown.forEach(id -> again.get(Tickets.path(id, "")).expect(410));
            server.stop();
            assertThat(server.command("verify-history").exitCode()).isZero();
        }
    }

    /** A desk as it was when nobody thought of retention. */
    private record Desk(
            Customer ada,
            Customer idle,
            Customer busy,
            String archived,
            String number,
            String merged,
            String tied,
            String open,
            String spam,
            String trash) {
        static Desk filled(RunningServer server, Http administrator) {
            Tickets desk = new Tickets(administrator);
            Customer ada = Customer.of(server, administrator, "Ada Archive");
            Customer busy = Customer.of(server, administrator, "Busy Bee");
            String archived = ada.ticketBy(administrator, "Old", "It smoked");
            String merged = ada.ticketBy(administrator, "Old too", "It smoked");
            desk.changing(merged)
                    .post(Tickets.path(merged, "/merge"), Map.of("into", archived))
                    .expect(200);
            solve(desk, archived);
            desk.move(archived, "closed").expect(200);
            desk.move(archived, "archived").expect(200);
            String open = busy.ticketBy(administrator, "Open", "It smokes");
            String tied = busy.ticketBy(administrator, "Tied", "It smokes");
            administrator
                    .post(Tickets.path(tied, "/links"), Map.of("kind", "related", "to", open))
                    .expect(201);
            solve(desk, tied);
            String spam = busy.ticketBy(administrator, "Spam", "Buy");
            desk.changing(spam).post(Tickets.path(spam, "/spam"), Map.of()).expect(200);
            String trash = busy.ticketBy(administrator, "Trash", "Oops");
            desk.changing(trash).delete(Tickets.path(trash, "")).expect(200);
            return new Desk(
                    ada,
                    Customer.of(server, administrator, "Ida Idle"),
                    busy,
                    archived,
                    desk.get(archived).json().path("number").asText(),
                    merged,
                    tied,
                    open,
                    spam,
                    trash);
        }
    }

    private static void onlyRulesWithinLimitsAreTakenAndOnlyFromThoseWhoMayPurgeByHand(
            RunningServer server, Http administrator) {
        Response nothing = administrator.get(RULES).expect(200);
        assertThat(nothing.header("ETag")).contains("\"0\"");
        assertThat(nothing.json().path("tickets").isNull()).isTrue();
        administrator.put(RULES, PURGE).expect(428);
        Map<String, String> wrong = Map.of(
                "{\"tickets\":{\"days\":29,\"action\":\"purge\"}}", "tickets.days",
                "{\"tickets\":{\"days\":30}}", "tickets.action",
                "{\"tickets\":{\"days\":30,\"action\":\"burn\"}}", "tickets.action",
                "{\"spam\":{\"days\":0}}", "spam.days",
                "{\"trash\":{}}", "trash.days",
                "{\"customers\":{\"days\":1}}", "customers.days",
                "{\"audit\":{\"days\":36601}}", "audit.days",
                "{\"everything\":{\"days\":1}}", "everything");
        Http any = administrator.with("If-Match", "*");
        wrong.forEach((body, field) -> {
            assertThat(field(any.put(RULES, body))).as(body).isEqualTo(field);
            assertThat(field(any.post(RULES + "/preview", body))).as(body).isEqualTo(field);
        });
        People people = new People(server, administrator);
        Http supervisor = people.agent("super", "supervisor", people.team("Printers"));
        supervisor.get(RULES).expect(403);
        supervisor.with("If-Match", "*").put(RULES, PURGE).expect(403);
        supervisor.post(RULES + "/preview", PURGE).expect(403);
        administrator.with("If-Match", "\"7\"").put(RULES, PURGE).expect(412);
        assertThat(administrator.get(RULES).json()).isEqualTo(nothing.json());
    }

    private static void emptiedTicketsStayForTheFigures(Http administrator, Desk old, String young) {
        Tickets desk = new Tickets(administrator);
        solve(desk, old.open());
        JsonNode before = desk.get(old.tied()).json();
        move(administrator, "P40D");
        Map<String, Object> rules = new HashMap<>(Map.of("tickets", Map.of("days", 30, "action", "empty")));
        rules.put("audit", MONTH);
        Map<String, Integer> expected = expected(administrator, rules);
        assertThat(expected).containsEntry("tickets", 3);
        assertThat(expected.get("audit")).isPositive();
        JsonNode run = night(administrator, rules);
        assertThat(run.at("/taken/tickets").asInt()).isEqualTo(3);
        assertThat(run.at("/taken/audit").asInt()).isGreaterThanOrEqualTo(expected.get("audit"));
        JsonNode after = desk.get(old.tied()).expect(200).json();
        assertThat(after.path("subject").asText()).isEqualTo("[removed]");
        for (String kept : List.of("number", "status", "priority", "createdAt", "updatedAt", "requester")) {
            assertThat(after.path(kept)).as(kept).isEqualTo(before.path(kept));
        }
        assertThat(desk.bodies(old.tied())).containsOnly("[removed]");
        assertThat(desk.get(young).json().at("/resolution/summary").asText()).isEqualTo("[removed]");
        assertThat(Tickets.items(administrator.get(API + "/audit?kind=setting.changed")))
                .isEmpty();
        assertThat(expected(administrator, rules)).containsEntry("tickets", 0);
    }

    /** Solves a ticket, whether triage gave it to somebody or not. */
    private static void solve(Tickets desk, String ticket) {
        if ("new".equals(desk.status(ticket))) {
            desk.move(ticket, "assigned").expect(200);
        }
        desk.move(ticket, "resolved").expect(200);
    }

    /** Sets rules, lets a night pass, and returns what the run took. */
    private static JsonNode night(Http administrator, Map<String, Object> rules) {
        put(administrator, rules);
        String last = administrator.get(RULES).json().at("/lastRun/begunAt").asText();
        administrator.post(API + "/clock", Map.of("by", "P1D")).expect(200);
        Patience.until(
                "another run began",
                () -> !administrator
                        .get(RULES)
                        .json()
                        .at("/lastRun/begunAt")
                        .asText()
                        .equals(last));
        return ended(administrator);
    }

    private static JsonNode ended(Http administrator) {
        Patience.until(
                "the run ended",
                () -> administrator.get(RULES).json().at("/lastRun/endedAt").isTextual());
        return administrator.get(RULES).json().path("lastRun");
    }

    private static void put(Http administrator, Map<String, Object> rules) {
        String version = administrator.get(RULES).expect(200).header("ETag").orElseThrow();
        administrator.with("If-Match", version).put(RULES, rules).expect(200);
    }

    /** Moves the clock while no rule is on, and waits for the run that finds nothing to do. */
    private static void move(Http administrator, String by) {
        put(administrator, Map.of());
        String last = administrator.get(RULES).json().at("/lastRun/begunAt").asText();
        administrator.post(API + "/clock", Map.of("by", by)).expect(200);
        Patience.until(
                "another run began",
                () -> !administrator
                        .get(RULES)
                        .json()
                        .at("/lastRun/begunAt")
                        .asText()
                        .equals(last));
        ended(administrator);
    }

    private static Map<String, Integer> expected(Http administrator, Map<String, Object> rules) {
        Map<String, Integer> counts = new HashMap<>();
        Json.list(administrator
                        .post(RULES + "/preview", rules)
                        .expect(200)
                        .json()
                        .path("items"))
                .forEach(item -> counts.put(
                        item.path("rule").asText(), item.path("count").asInt()));
        return counts;
    }

    private static String field(Response refusal) {
        return Json.list(refusal.expect(400).json().path("errors"))
                .get(0)
                .path("field")
                .asText();
    }
}
