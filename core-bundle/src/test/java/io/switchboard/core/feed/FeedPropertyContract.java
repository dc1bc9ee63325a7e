package io.switchboard.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.feed.SubscriptionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random changes from several threads, some of them rolled back; a reaction that fails at random; dispatchers that are
 * stopped and replaced, on the same node and on another. Whatever happens: each committed event is told at least once, none
 * that was rolled back is ever told, and a ticket's events are told in order.
 */
interface FeedPropertyContract {
    int TICKETS = 12;
    int CHANGES_A_THREAD = 60;
    int THREADS = 4;

    StoreTestbed store();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 77})
    default void everyEventIsToldInOrderWhateverHappens(long seed) throws Exception {
        FeedBench bench = new FeedBench(store());
        Map<String, Object> wants = Map.of("batch", 7);
        SubscriptionRow row = bench.known("watcher", "seed-" + seed, wants);
        Told told = new Told(seed);
        bench.register("watcher", "seed-" + seed, wants, told::take);

        List<Writer> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(new Writer(bench, bench.ticket()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(seed * 31 + i);
            writers.add(threads.submit(() -> {
                for (int change = 0; change < CHANGES_A_THREAD; change++) {
                    tickets.get(random.nextInt(TICKETS)).change(random.nextInt(4) == 0, 1 + random.nextInt(3));
                    Thread.sleep(random.nextInt(10));
                }
                return null;
            }));
        }
        Random random = new Random(seed);
        FeedDispatcher dispatcher = bench.dispatcher();
        while (writers.stream().anyMatch(writer -> !writer.isDone())) {
            Thread.sleep(random.nextInt(200));
            dispatcher.deactivate();
            dispatcher = bench.dispatcher();
        }
        threads.shutdown();
        for (Future<?> writer : writers) {
            writer.get();
        }
        FeedDispatcher last = dispatcher;
        FeedBench.until(() -> {
            last.retryNow(row.number());
            return tickets.stream()
                    .allMatch(ticket -> bench.rows(row, ticket.id).isEmpty());
        });
        last.deactivate();

        assertThat(told.mistakes).isEmpty();
        for (Writer ticket : tickets) {
            assertThat(told.events(ticket.id)).isEqualTo(ticket.committed);
        }
    }

    /** Changes one ticket, one change at a time, as the lock on its row would have it. */
    final class Writer {
        final TicketId id;
        final Set<EventId> committed = new HashSet<>();
        private final FeedBench bench;
        private long sequence;

        Writer(FeedBench bench, TicketId id) {
            this.bench = bench;
            this.id = id;
        }

        synchronized void change(boolean rolledBack, int size) {
            List<TicketEvent> events = new ArrayList<>();
            for (int i = 1; i <= size; i++) {
                events.add(bench.event(id, sequence + i, EventType.TICKET_EDITED));
            }
            events.forEach(bench.log::add);
            try {
                bench.testbed.transactions().write(() -> {
                    bench.fanOut.append(id, TriageState.DONE, events);
                    if (rolledBack) {
                        throw new IllegalArgumentException("taken back");
                    }
                    return true;
                });
                sequence += size;
                events.forEach(event -> committed.add(event.id()));
            } catch (IllegalArgumentException takenBack) {
                events.forEach(bench.log::remove);
            }
        }
    }

    /** A reaction that takes notes and sometimes fails, before or after it took them. */
    final class Told {
        final List<String> mistakes = new ArrayList<>();
        private final Map<TicketId, Long> last = new HashMap<>();
        private final Map<TicketId, Set<EventId>> taken = new ConcurrentHashMap<>();
        private final Random random;

        Told(long seed) {
            random = new Random(~seed);
        }

        synchronized void take(List<TicketEvent> events) {
            if (random.nextInt(8) == 0) {
                throw new IllegalStateException("not in the mood");
            }
            for (TicketEvent event : events) {
                long before = last.getOrDefault(event.ticket(), 0L);
                if (event.sequence() > before + 1) {
                    mistakes.add(event.ticket() + ": " + event.sequence() + " after " + before);
                }
                last.put(event.ticket(), Math.max(before, event.sequence()));
                taken.computeIfAbsent(event.ticket(), ticket -> ConcurrentHashMap.newKeySet())
                        .add(event.id());
            }
            if (random.nextInt(8) == 0) {
                throw new IllegalStateException("fell over after the work");
            }
        }

        Set<EventId> events(TicketId ticket) {
            return taken.getOrDefault(ticket, Set.of());
        }
    }
}
