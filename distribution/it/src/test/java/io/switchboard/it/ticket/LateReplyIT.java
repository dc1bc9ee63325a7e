package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time does to tickets: late replies, waking, and the story of a chain (ST2, ST6, CH1, CH2). */
class LateReplyIT {
    @Test
    void timeGoesBy(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            aPostponedTicketWakesAtItsTimeOrByAReply(administrator, tickets);
            thanksAndNotesOfAbsenceOpenNothingAndAreKept(administrator, tickets);
            aLateReplyMakesALinkedFollowUp(administrator, tickets);
        }
    }

    private static void aPostponedTicketWakesAtItsTimeOrByAReply(Http administrator, Tickets tickets) {
        String atItsTime = tickets.open("Wakes at its time");
        String byReply = tickets.open("Woken by a reply");
        String byNothing = tickets.open("Sleeps on");
        String waiting = tickets.walk("Waits for a delivery", List.of("assigned"));
        Instant now = Instant.now();
        tickets.changing(waiting)
                .post(
                        Tickets.path(waiting, "/transitions"),
                        Map.of(
                                "to",
                                "waiting_for_third_party",
                                "until",
                                now.plus(Duration.ofDays(1)).toString()))
                .expect(200);
        assertThat(awake(tickets, waiting)).isFalse();
        sleep(tickets, atItsTime, now.plus(Duration.ofDays(1)));
        sleep(tickets, byReply, now.plus(Duration.ofDays(30)));
        sleep(tickets, byNothing, now.plus(Duration.ofDays(30)));

        tickets.say(byReply, "customer", "Any news?").expect(201);
        administrator
                .post(
                        Tickets.path(byNothing, "/messages"),
                        Map.of("kind", "customer", "body", "I am away", "automatic", true))
                .expect(201);
        move(administrator, Duration.ofDays(2));

        Patience.until("they wake", () -> awake(tickets, atItsTime) && awake(tickets, waiting));
        assertThat(tickets.status(waiting)).isEqualTo("waiting_for_third_party");
        assertThat(awake(tickets, byReply)).isTrue();
        assertThat(awake(tickets, byNothing)).isFalse();
    }

    private static void thanksAndNotesOfAbsenceOpenNothingAndAreKept(Http administrator, Tickets tickets) {
        Map<String, String> replies = Map.of(
                "Grazie mille!\n\nIl giorno lun 2 mar 2026 alle ore 10:00 Help <help@example.org> ha scritto:\n> Funziona?",
                "thanks",
                "お世話になっております。\n迅速なご対応、ありがとうございました。",
                "thanks",
                "Abwesenheitsnotiz: Ich bin bis zum 9. März im Urlaub und lese keine E-Mails.",
                "automatic");
        Map<String, String> tickedOff = new HashMap<>();
        replies.forEach((body, reading) -> {
            String ticket = tickets.walk("Solved", List.of("assigned", "resolved"));
            tickets.say(ticket, "customer", body).expect(201);
            opensNothing(administrator, tickets, ticket, body, reading);
            tickedOff.put(ticket, body);
        });
        move(administrator, Duration.ofDays(20));
        tickedOff.forEach((ticket, body) -> {
            tickets.say(ticket, "customer", body).expect(201);
            opensNothing(administrator, tickets, ticket, body, replies.get(body));
        });
        String doubtful = tickets.walk("Solved", List.of("assigned", "resolved"));
        tickets.say(doubtful, "customer", "Thanks, but I was out of office, and it is still broken")
                .expect(201);
        assertThat(tickets.status(doubtful)).isEqualTo("reopened");
    }

    private static void opensNothing(Http administrator, Tickets tickets, String ticket, String body, String reading) {
        assertThat(tickets.status(ticket)).as(body).isEqualTo("resolved");
        assertThat(tickets.bodies(ticket)).contains(body);
        assertThat(Tickets.items(administrator.get(Tickets.path(ticket, "/links"))))
                .isEmpty();
        assertThat(tickets.history(ticket))
                .anySatisfy(event ->
                        assertThat(event.path("data").path("readAs").asText()).isEqualTo(reading));
    }

    private static void aLateReplyMakesALinkedFollowUp(Http administrator, Tickets tickets) {
        String inTime = tickets.walk("Answered in time", List.of("assigned", "resolved"));
        String late = tickets.walk("Answered late", List.of("assigned", "resolved"));
        String thanks = tickets.walk("Thanked late", List.of("assigned", "resolved"));
        move(administrator, Duration.ofDays(13));
        tickets.say(inTime, "customer", "It is broken again").expect(201);
        assertThat(tickets.status(inTime)).isEqualTo("reopened");
        move(administrator, Duration.ofDays(2));

        String followUp = tickets.say(late, "customer", "It is broken again")
                .expect(201)
                .json()
                .path("ticket")
                .asText();
        tickets.say(thanks, "customer", "Vielen Dank!").expect(201);

        assertThat(followUp).isNotEqualTo(late);
        assertThat(tickets.status(late)).isEqualTo("resolved");
        assertThat(tickets.status(thanks)).isEqualTo("resolved");
        assertThat(Tickets.items(administrator.get(Tickets.path(thanks, "/links"))))
                .isEmpty();
        Patience.until(
                "the link shows",
                () -> Tickets.items(administrator.get(Tickets.path(late, "/links")))
                                .size()
                        == 1);
        theChainIsOneStory(administrator, tickets, late, followUp);
    }

    private static void theChainIsOneStory(Http administrator, Tickets tickets, String first, String second) {
        JsonNode open =
                administrator.get(Tickets.path(second, "/chain")).expect(200).json();
        assertThat(Json.list(open.path("tickets")))
                .extracting(ticket -> ticket.path("id").asText())
                .containsExactly(first, second);
        assertThat(open.path("solvedAt").isNull()).isTrue();
        assertThat(open.path("totalSeconds").asLong())
                .isGreaterThanOrEqualTo(Duration.ofDays(15).toSeconds());
        assertThat(Json.list(open.path("items")))
                .extracting(event -> event.path("ticket").asText())
                .contains(first, second);

        move(administrator, Duration.ofDays(1));
        if (tickets.status(second).equals("new")) {
            tickets.move(second, "assigned").expect(200);
        }
        tickets.move(second, "resolved").expect(200);
        move(administrator, Duration.ofDays(10));
        JsonNode solved = administrator
                .get(Tickets.path(first, "/chain?limit=2"))
                .expect(200)
                .json();
        assertThat(solved.path("totalSeconds").asLong())
                .isBetween(Duration.ofDays(16).toSeconds(), Duration.ofDays(17).toSeconds());
        assertThat(Json.list(solved.path("items"))).hasSize(2);
        assertThat(administrator
                        .get(Tickets.path(
                                first,
                                "/chain?limit=200&cursor=" + solved.path("next").asText()))
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isGreaterThan(4);
    }

    private static void sleep(Tickets tickets, String ticket, Instant until) {
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/postponement"), Map.of("until", until.toString()))
                .expect(200);
    }

    private static boolean awake(Tickets tickets, String ticket) {
        return tickets.get(ticket).expect(200).json().path("postponedUntil").isNull();
    }

    private static void move(Http administrator, Duration by) {
        administrator.post("/api/v1/clock", Map.of("by", by.toString())).expect(200);
    }
}
