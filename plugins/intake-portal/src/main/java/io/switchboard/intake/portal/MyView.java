package io.switchboard.intake.portal;

import com.samskivert.mustache.Template;
import io.switchboard.api.ticket.Ticket;
import jakarta.ws.rs.core.Response;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Draws the requests of somebody who is signed in, and the page on which they ask for a link to be. */
final class MyView {
    private final Frame frame;
    private final Template mine = Frame.template("my.html");
    private final Template signIn = Frame.template("sign-in.html");

    MyView(Frame frame) {
        this.frame = frame;
    }

    Response mine(Words words, String name, List<Ticket> tickets) {
        Predicate<Ticket> open = ticket -> !Standing.next(ticket).equals("nobody");
        Map<String, Object> data = new HashMap<>();
        data.put("as", name.isEmpty() ? "" : MessageFormat.format(words.text("myAs"), name));
        data.put("empty", tickets.isEmpty());
        data.put(
                "parts",
                Stream.of(
                                part(
                                        words,
                                        "myOpen",
                                        tickets.stream().filter(open).toList()),
                                part(
                                        words,
                                        "myDone",
                                        tickets.stream().filter(open.negate()).toList()))
                        .flatMap(List::stream)
                        .toList());
        data.put(
                "more",
                tickets.size() < OwnTickets.SHOWN ? "" : MessageFormat.format(words.text("myMost"), OwnTickets.SHOWN));
        return frame.page(200, words, words.text("my"), mine, data);
    }

    private static List<Map<String, Object>> part(Words words, String name, List<Ticket> tickets) {
        List<Map<String, String>> rows =
                tickets.stream().map(ticket -> row(words, ticket)).toList();
        return rows.isEmpty() ? List.of() : List.of(Map.of("id", name, "title", words.text(name), "tickets", rows));
    }

    private static Map<String, String> row(Words words, Ticket ticket) {
        return Map.of(
                "number",
                ticket.number(),
                "subject",
                ticket.subject(),
                "state",
                words.text(Standing.state(ticket)),
                "next",
                words.of("next", Standing.next(ticket)),
                "changed",
                words.text("myChanged", ticket.updatedAt()));
    }

    Response signIn(int status, Words words, boolean available, String email, List<Fault> faults) {
        Map<String, Object> data = signInPage("", available);
        data.put("email", email);
        data.put("faults", faults);
        data.put("faulty", !faults.isEmpty());
        data.put("fault", Fault.byField(faults).getOrDefault("email", ""));
        return frame.page(status, words, words.text("my"), signIn, data);
    }

    Response sent(Words words, String email) {
        return frame.page(
                200,
                words,
                words.text("mySent"),
                signIn,
                signInPage(MessageFormat.format(words.text("mySentHint"), email), true));
    }

    private static Map<String, Object> signInPage(String sent, boolean available) {
        Map<String, Object> data = new HashMap<>();
        data.put("sent", sent);
        data.put("available", available);
        return data;
    }
}
