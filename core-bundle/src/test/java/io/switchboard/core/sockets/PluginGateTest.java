package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.classification.Classifier;
import io.switchboard.core.sockets.Answer.Kind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginGateTest {
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final long LOOK = 2_000_000_000;

    private final PluginGate gate = new PluginGate();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void anAdvisorThatFailsWheneverItIsTriedIsSuspected() {
        failUntilTheBreakerOpens("Classifier");

        assertThat(gate.suspicion(1)).get().asString().contains("Classifier", "threw something");
        assertThat(gate.suspicion(2)).isEmpty();
    }

    @Test
    void oneAnswerInBetweenIsEnoughNotToBe() {
        failUntilTheBreakerOpens("Classifier");

        gate.record("Classifier").answered(1);

        assertThat(gate.suspicion(1)).isEmpty();
    }

    @Test
    void whatMayWaitForAnotherSystemIsNotSuspectedForFailing() {
        failUntilTheBreakerOpens("Reaction");
        failUntilTheBreakerOpens("Courier");

        assertThat(gate.suspicion(1)).isEmpty();
    }

    @Test
    void threadsThatDoNotComeBackForAMinuteAreCountedForAll() {
        SocketService<Classifier> service =
                new SocketService<>(Classifier.class, "hangs", question -> null, 0, Map.of());
        for (int i = 0; i < PluginGate.BULKHEAD; i++) {
            gate.hanging.add(new PluginCall<>(service, classifier -> "", gate));
        }
        for (int i = 0; i < 29; i++) {
            gate.look(LOOK);
        }
        assertThat(gate.suspicion(1)).isEmpty();

        gate.look(LOOK);

        assertThat(gate.suspicion(1)).get().asString().contains("None of the 16 threads");
    }

    @Test
    void aCallThatBurnsTheProcessorAfterItWasCutIsSuspectedAndGivesWayAtTheThirdLook() throws InterruptedException {
        Thread thread = burn();
        lookOnceAllHaveBurned(used -> 0);
        lookOnceAllHaveBurned(used -> 0);

        assertThat(gate.quarantined()).isTrue();
        assertThat(gate.suspicion(100)).isEmpty();
        assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        lookOnceAllHaveBurned(used -> 0);

        assertThat(gate.suspicion(100)).get().asString().contains("burned the processor");
        assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
    }

    @Test
    void callsThatBurnAQuarterOfAProcessorAllTogetherAreSeenToo() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            burn();
        }
        lookOnceAllHaveBurned(used -> 0);

        lookOnceAllHaveBurned(used -> 4 * used - 4);

        assertThat(gate.hanging).hasSize(4).anyMatch(PluginCall::burning);
        assertThat(gate.quarantined()).isTrue();
    }

    @Test
    void aCallThatHangsWithoutUsingTheProcessorDoesNotBurn() throws InterruptedException {
        burn();

        gate.look(Long.MAX_VALUE);

        assertThat(gate.quarantined()).isFalse();
    }

    @Test
    void whoIsForgivenBeginsAnew() {
        failUntilTheBreakerOpens("Classifier");

        gate.forgive();

        assertThat(gate.suspicion(1)).isEmpty();
    }

    /** Begins a call that burns the processor and is cut at once. */
    private Thread burn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        PluginCall<Classifier, String> call = new PluginCall<>(
                new SocketService<>(Classifier.class, "burns", question -> null, 0, Map.of()),
                classifier -> {
                    begun.countDown();
                    while (!over.get()) {
                        Thread.onSpinWait();
                    }
                    return "";
                },
                gate);
        Thread thread = new Thread(call);
        threads.add(thread);
        thread.start();
        begun.await();
        call.await(System.nanoTime());
        return thread;
    }

    /** Looks, so much time after the last look, once each thread has used the processor since then. */
    private void lookOnceAllHaveBurned(LongUnaryOperator timeByUse) {
        Map<Thread, Long> before = used();
        Map<Thread, Long> now = before;
        while (now.entrySet().stream().anyMatch(use -> use.getValue() <= before.get(use.getKey()))) {
            Thread.onSpinWait();
            now = used();
        }
        gate.look(timeByUse.applyAsLong(sum(now) - sum(before)));
    }

    private Map<Thread, Long> used() {
        return threads.stream()
                .collect(Collectors.toMap(thread -> thread, thread -> PROCESSOR.getThreadCpuTime(thread.getId())));
    }

    private static long sum(Map<Thread, Long> used) {
        return used.values().stream().mapToLong(Long::longValue).sum();
    }

    private void failUntilTheBreakerOpens(String socket) {
        for (int i = 0; i < 5; i++) {
            gate.record(socket).failed(Kind.THREW, "threw something", 1);
        }
    }
}
