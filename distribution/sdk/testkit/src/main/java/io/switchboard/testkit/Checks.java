package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.HostileTexts;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What several suites ask in the same way. */
final class Checks {
    private static final int THREADS = 8;
    private static final int LONGEST_LINE = 300;
    private static final long SEED = 42;

    private Checks() {}

    /** Asks once alone and then on several threads at the same moment: all answers must be equal. */
    static <T extends @Nullable Object> T sameOnEveryThread(Callable<T> question) throws Exception {
        T alone = question.call();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return question.call();
                }));
            }
            start.countDown();
            for (Future<T> answer : answers) {
                assertThat(answer.get())
                        .as("the same question on another thread")
                        .isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
        return alone;
    }

    /** A text that a person reads in one line. */
    static void line(String text, String what) {
        assertThat(text).as(what).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_LINE);
        assertThat(text.codePoints().noneMatch(Character::isISOControl))
                .as(what + " has no line break or control character: " + text)
                .isTrue();
    }

    /** An id of lower-case letters, digits and hyphens, the same at each call. */
    static void id(Callable<String> id, int longest) throws Exception {
        assertThat(id.call())
                .matches("[a-z][a-z0-9-]*")
                .hasSizeLessThanOrEqualTo(longest)
                .isEqualTo(id.call());
    }

    /** Tickets as they come: seeded ordinary ones, and one for each hostile text. */
    static List<Ticket> tickets() {
        List<Ticket> tickets = new ArrayList<>(new TicketGenerator(SEED).tickets(50));
        long serial = 1_000;
        for (String text : HostileTexts.all()) {
            String line =
                    text.substring(0, Math.min(text.length(), LONGEST_LINE)).replaceAll("\\R", " ");
            tickets.add(Samples.ticket(++serial)
                    .subject(line.isBlank() ? "?" : line)
                    .description(text)
                    .about(line, line)
                    .tags(line)
                    .build());
        }
        return tickets;
    }

    /** Messages of a ticket as they come. */
    static List<Message> thread(Ticket ticket) {
        return HostileTexts.all().stream()
                .map(text -> Samples.message(text.length() + 1, ticket, MessageKind.CUSTOMER, text))
                .toList();
    }
}
