package io.switchboard.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.ProbeMapper.Probe;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What transactions promise, on every engine. */
interface TransactionsContract {
    StoreTestbed store();

    @BeforeEach
    default void createTable() throws SQLException {
        try (var connection = store().database().openConnection();
                var statement = connection.createStatement()) {
            statement.execute(ProbeTable.CREATE);
        }
    }

    default Transactions transactions() {
        return store().transactions();
    }

    default ProbeMapper probes() {
        return store().mappers().of(ProbeMapper.class);
    }

    default Probe probe() {
        return new Probe(
                new TicketId(store().ids().next()),
                UUID.randomUUID(),
                Status.IN_PROGRESS,
                Level.HIGH,
                null,
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                true,
                7,
                "Grüße, 你好, \uD83D\uDE00");
    }

    default TicketId insert(Probe probe) {
        return transactions().write(() -> {
            probes().insert(probe);
            return probe.id();
        });
    }

    @Test
    default void everyKindOfValueComesBackAsItWas() {
        Probe probe = probe();
        insert(probe);
        assertThat(transactions().read(() -> probes().find(probe.id()))).contains(probe);
        assertThat(transactions().read(() -> probes().ids(probe.batch()))).containsExactly(probe.id());
    }

    @Test
    default void momentsAreCutToTheMicrosecond() {
        Probe probe = probe();
        Probe exact = new Probe(
                probe.id(),
                probe.batch(),
                probe.status(),
                probe.impact(),
                Level.LOW,
                Instant.parse("2026-10-25T00:59:59.999999999Z"),
                false,
                0,
                null);
        insert(exact);
        assertThat(transactions()
                        .read(() -> probes().find(probe.id()))
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(Instant.parse("2026-10-25T00:59:59.999999Z"));
    }

    @Test
    default void workThatThrowsLeavesNothing() {
        Probe probe = probe();
        assertThatThrownBy(() -> transactions().write(() -> {
                    probes().insert(probe);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(transactions().read(() -> probes().find(probe.id()))).isEmpty();
    }

    @Test
    default void joinedWorkThatThrowsRollsBackTheWholeEvenIfCaught() {
        Probe probe = probe();
        assertThatThrownBy(() -> transactions().write(() -> {
                    probes().insert(probe);
                    try {
                        transactions().write(() -> {
                            throw new IllegalArgumentException("no");
                        });
                    } catch (IllegalArgumentException caught) {
                        return "went on";
                    }
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transactions().read(() -> probes().find(probe.id()))).isEmpty();
    }

    @Test
    default void mappersWorkInsideATransactionOnly() {
        assertThatThrownBy(this::probes).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aReadMayNotBecomeAWrite() {
        assertThatThrownBy(() -> transactions().read(() -> transactions().write(() -> "")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aReadCannotChangeAnything() {
        Probe probe = probe();
        assertThatThrownBy(() -> transactions().read(() -> {
                    probes().insert(probe);
                    return "";
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(transactions().read(() -> probes().find(probe.id()))).isEmpty();
    }

    @Test
    default void aDuplicateKeyIsNamedAsSuch() {
        Probe probe = probe();
        insert(probe);
        assertThatThrownBy(() -> insert(probe)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void actionsFollowTheCommitOnceAndOutsideOfTheTransaction() {
        List<String> order = new ArrayList<>();
        transactions().write(() -> {
            transactions()
                    .afterCommit(() -> order.add("active: " + transactions().active()));
            transactions().write(() -> {
                transactions().afterCommit(() -> {
                    throw new IllegalStateException("an action's failure is its own");
                });
                return "";
            });
            transactions().afterCommit(() -> order.add("last"));
            order.add("work");
            return "";
        });
        assertThat(order).containsExactly("work", "active: false", "last");
    }

    @Test
    default void noActionFollowsARollback() {
        AtomicInteger ran = new AtomicInteger();
        assertThatThrownBy(() -> transactions().write(() -> {
                    transactions().afterCommit(ran::incrementAndGet);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ran).hasValue(0);
    }

    @Test
    default void workIsRunAgainWhenTheEngineMadeItGiveWay() {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger followed = new AtomicInteger();
        Probe probe = probe();
        transactions().write(() -> {
            probes().insert(probe);
            transactions().afterCommit(followed::incrementAndGet);
            if (runs.incrementAndGet() < 4) {
                throw new IllegalStateException(new SQLException("give way", "40001"));
            }
            return "";
        });
        assertThat(runs).hasValue(4);
        assertThat(followed).hasValue(1);
    }

    @Test
    default void workThatAlwaysGivesWayIsGivenUpAfterFiveMoreRuns() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> transactions().write(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException(new SQLException("deadlock", "40P01"));
                }))
                .hasMessageContaining("did not answer in time");
        assertThat(runs).hasValue(6);
    }

    @Test
    default void countsAddUpUnderContention() throws Exception {
        TicketId one = insert(probe());
        inParallel(8, thread -> {
            for (int round = 0; round < 25; round++) {
                transactions().write(() -> probes().add(one, 1));
            }
        });
        assertThat(transactions().read(() -> probes().counter(one))).isEqualTo(7 + 8 * 25);
    }

    @Test
    default void aDeadlockIsResolvedByRunningAgain() throws Exception {
        List<TicketId> ids = List.of(insert(probe()), insert(probe()));
        CountDownLatch bothHaveOne = new CountDownLatch(2);
        inParallel(
                2,
                thread -> transactions().write(() -> {
                    probes().add(ids.get(thread), 1);
                    bothHaveOne.countDown();
                    await(bothHaveOne);
                    return probes().add(ids.get(1 - thread), 1);
                }));
        for (TicketId id : ids) {
            assertThat(transactions().read(() -> probes().counter(id))).isEqualTo(9);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void inParallel(int count, IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < count; thread++) {
                int number = thread;
                all.add(threads.submit(() -> work.accept(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void statementsAreCounted() {
        StatementCount count = store().transactions();
        Probe probe = probe();
        long before = count.onThisThread();
        insert(probe);
        transactions().read(() -> probes().find(probe.id()));
        assertThat(count.onThisThread() - before).isEqualTo(2);
    }
}
