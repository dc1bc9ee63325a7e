package io.switchboard.core.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntakePaceTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private final IntakePace pace = new IntakePace(STORE.transactions());

    @Test
    void whileTriageKeepsUpNobodyWaitsForAnother() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> pace.keep(() -> meet(together)));
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> pace.keep(() -> meet(together)));
        assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whileTriageIsBehindOneIsAtWorkAtATime() throws Exception {
        pace.triageIsBehind(true);
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CompletableFuture<?>[] all = new CompletableFuture<?>[8];
        for (int i = 0; i < all.length; i++) {
            all[i] = CompletableFuture.supplyAsync(() -> pace.keep(() -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                Thread.yield();
                return atWork.decrementAndGet();
            }));
        }
        CompletableFuture.allOf(all).get(60, TimeUnit.SECONDS);
        assertThat(most).hasValue(1);
    }

    @Test
    void workInsideATransactionGoesOnAtOnceSinceItMayHoldWhatOthersWaitFor() {
        pace.triageIsBehind(true);
        String done = pace.keep(() -> CompletableFuture.supplyAsync(
                        () -> STORE.transactions().write(() -> pace.keep(() -> "done")))
                .join());
        assertThat(done).isEqualTo("done");
    }

    @Test
    void triageThatCaughtUpHoldsNobodyBack() throws Exception {
        pace.triageIsBehind(true);
        pace.triageIsBehind(false);
        whileTriageKeepsUpNobodyWaitsForAnother();
    }

    private static boolean meet(CountDownLatch together) {
        together.countDown();
        try {
            return together.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
