package io.switchboard.testkit.data;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes tickets that look like a desk's, the same ones for the same seed. Words are drawn so that a few are frequent and
 * most are rare, as in a language. A generator is used by one thread.
 */
public final class TicketGenerator {
    private static final List<String> FREQUENT = List.of(
            "printer",
            "password",
            "invoice",
            "network",
            "login",
            "error",
            "slow",
            "email",
            "update",
            "account",
            "laptop",
            "screen",
            "backup",
            "server",
            "license",
            "payment",
            "browser",
            "vpn",
            "phone",
            "access");
    private static final List<String> SYLLABLES = List.of(
            "ba", "co", "den", "fi", "gor", "hal", "in", "jo", "kel", "lum", "mar", "nes", "or", "pul", "qua", "ris",
            "sto", "ter", "un", "ver", "wil", "xen", "yor", "zan");
    private static final List<Status> STATUSES = List.of(
            Status.NEW,
            Status.ASSIGNED,
            Status.IN_PROGRESS,
            Status.WAITING_FOR_CUSTOMER,
            Status.RESOLVED,
            Status.CLOSED);
    private static final List<MessageKind> KINDS = List.of(MessageKind.values());
    private static final double SHARE_OF_FREQUENT = 0.4;

    private final Random random;
    private long serial;

    /** Begins with a seed. */
    public TicketGenerator(long seed) {
        random = new Random(seed);
    }

    /** Returns the next tickets. */
    public List<Ticket> tickets(int count) {
        return IntStream.range(0, count).mapToObj(ignored -> ticket()).toList();
    }

    /** Returns the next ticket. */
    public Ticket ticket() {
        serial++;
        Customer requester = Samples.customer(random.nextInt(500)).build();
        return Samples.ticket(serial)
                .subject(words(3 + random.nextInt(5)))
                .description(words(10 + random.nextInt(60)))
                .requester(requester)
                .type(pick(List.of(TicketType.values())))
                .severity(pick(List.of(Level.values())), pick(List.of(Level.values())))
                .status(pick(STATUSES))
                .team(Samples.team(1 + random.nextInt(5)))
                .tags(pick(FREQUENT))
                .times(Samples.NOW.plusSeconds(serial), Samples.NOW.plusSeconds(serial + random.nextInt(100_000)))
                .build();
    }

    /** Returns a thread for a ticket, with a customer's message, a reply and a note in turn. */
    public List<Message> thread(Ticket ticket, int length) {
        List<Message> thread = new ArrayList<>();
        for (int place = 0; place < length; place++) {
            MessageKind kind = KINDS.get(place % KINDS.size());
            long number = serial * 1_000 + place;
            thread.add(Samples.message(number, ticket, kind, words(5 + random.nextInt(40))));
        }
        return thread;
    }

    /** Returns words joined by blanks. */
    public String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < count; place++) {
            text.append(place == 0 ? "" : " ").append(word());
        }
        return text.toString();
    }

    private String word() {
        if (random.nextDouble() < SHARE_OF_FREQUENT) {
            return FREQUENT.get((int) (FREQUENT.size() * random.nextDouble() * random.nextDouble()));
        }
        StringBuilder word = new StringBuilder();
        for (int syllable = 2 + random.nextInt(2); syllable > 0; syllable--) {
            word.append(pick(SYLLABLES));
        }
        return word.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
