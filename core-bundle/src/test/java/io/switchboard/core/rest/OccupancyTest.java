package io.switchboard.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.rest.Occupancy.Stay;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    private final AtomicInteger ends = new AtomicInteger();
    private final Occupancy occupancy = new Occupancy(ends::incrementAndGet);

    @Test
    void whatIsEmptyEndsWhenItIsClosed() {
        occupancy.close();

        assertThat(ends).hasValue(1);
    }

    @Test
    void itEndsWithTheLastWhoLeavesAndNotBefore() {
        Stay first = entered();
        Stay second = entered();
        occupancy.close();
        first.leave();
        assertThat(ends).hasValue(0);

        second.leave();

        assertThat(ends).hasValue(1);
    }

    @Test
    void nobodyEntersWhatIsClosedAndTryingEndsNothingAgain() {
        occupancy.close();

        assertThat(occupancy.enter()).isNull();
        assertThat(occupancy.enter()).isNull();
        occupancy.close();

        assertThat(ends).hasValue(1);
    }

    @Test
    void leavingTwiceCountsOnce() {
        Stay first = entered();
        entered();
        first.leave();
        first.leave();
        occupancy.close();

        assertThat(ends).hasValue(0);
    }

    @Test
    void itCanBeEndedBeforeTheLastHasLeftAndThenEndsNoMore() {
        Stay stays = entered();
        occupancy.close();

        occupancy.end();
        stays.leave();

        assertThat(ends).hasValue(1);
    }

    @RepeatedTest(50)
    void manyWhoComeAndGoWhileItIsClosedSeeItOpenUntilTheyLeave() throws InterruptedException {
        AtomicInteger sawItEnded = new AtomicInteger();
        ExecutorService guests = Executors.newFixedThreadPool(4);
        for (int guest = 0; guest < 4; guest++) {
            guests.execute(() -> {
                for (Stay stay = occupancy.enter(); stay != null; stay = occupancy.enter()) {
                    sawItEnded.addAndGet(ends.get());
                    stay.leave();
                }
            });
        }
        Thread.yield();
        occupancy.close();
        guests.shutdown();

        assertThat(guests.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(ends).hasValue(1);
        assertThat(sawItEnded).hasValue(0);
    }

    private Stay entered() {
        Stay stay = occupancy.enter();
        if (stay == null) {
            throw new AssertionError("closed");
        }
        return stay;
    }
}
