package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallThreadsTest {
    private final CallThreads threads = new CallThreads();

    @AfterEach
    void stop() {
        threads.stop();
    }

    @Test
    void aThreadThatIsFreeIsUsedAgain() {
        Thread first = run(() -> {});
        Thread next = first;
        // It may not wait for work again yet when the next work comes.
        do {
            first = next;
            next = run(() -> {});
        } while (next != first);

        assertThat(next).isSameAs(first);
    }

    @Test
    void oneThatWasMadeToGiveWayIsNotUsedAgain() {
        Thread lowered = run(() -> Thread.currentThread().setPriority(Thread.MIN_PRIORITY));

        // One that is free is soon used again: see above.
        for (int call = 0; call < 1_000; call++) {
            assertThat(run(() -> {}))
                    .isNotSameAs(lowered)
                    .satisfies(next -> assertThat(next.getPriority()).isEqualTo(Thread.NORM_PRIORITY));
        }
    }

    @Test
    void onceStoppedNothingIsDoneAnyMore() {
        threads.stop();

        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private Thread run(Runnable work) {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        threads.execute(() -> {
            work.run();
            ran.complete(Thread.currentThread());
        });
        return ran.join();
    }
}
