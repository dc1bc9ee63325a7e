package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.classification.Classifier;
import io.switchboard.core.sockets.Answer.Kind;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PluginGateTest {
    private final PluginGate gate = new PluginGate();

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
            gate.look();
        }
        assertThat(gate.suspicion(1)).isEmpty();

        gate.look();

        assertThat(gate.suspicion(1)).get().asString().contains("None of the 16 threads");
    }

    @Test
    void aCallThatBurnsTheProcessorAfterItWasCutIsSuspectedAndGivesWayAtTheThirdLook() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
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
        thread.start();
        begun.await();
        call.await(System.nanoTime());
        while (!call.burning()) {
            call.look(0);
        }
        gate.look();
        gate.look();
        assertThat(gate.suspicion(100)).isEmpty();
        assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);

        gate.look();

        assertThat(gate.suspicion(100)).get().asString().contains("burned the processor");
        assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        over.set(true);
        thread.join();
    }

    @Test
    void whoIsForgivenBeginsAnew() {
        failUntilTheBreakerOpens("Classifier");

        gate.forgive();

        assertThat(gate.suspicion(1)).isEmpty();
    }

    private void failUntilTheBreakerOpens(String socket) {
        for (int i = 0; i < 5; i++) {
            gate.record(socket).failed(Kind.THREW, "threw something", 1);
        }
    }
}
