package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.web.Admission.Place;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    @Test
    void asManyAsThereArePlacesGetIn() {
        Admission admission = new Admission(2, 0, FOR_EVER);

        assertThat(admission.enter()).isNotNull();
        assertThat(admission.enter()).isNotNull();
        assertThat(admission.enter()).isNull();

        assertThat(admission.active()).isEqualTo(2);
        assertThat(admission.admitted()).isEqualTo(2);
        assertThat(admission.refused()).isEqualTo(1);
    }

    @Test
    void aPlaceIsFreeAgainAndOnlyOnceHoweverOftenItIsLeft() {
        Admission admission = new Admission(1, 0, FOR_EVER);
        Place place = entered(admission);
        place.leave();
        place.leave();

        assertThat(admission.enter()).isNotNull();
        assertThat(admission.enter()).isNull();
    }

    @Test
    void whoWaitsGetsThePlaceThatBecomesFree() throws Exception {
        Admission admission = new Admission(1, 1, FOR_EVER);
        Place place = entered(admission);
        CompletableFuture<Place> waiting = CompletableFuture.supplyAsync(() -> entered(admission));
        awaitWaiting(admission);

        place.leave();

        assertThat(waiting.get()).isNotNull();
        assertThat(admission.active()).isEqualTo(1);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void whoComesWhenTheQueueIsFullIsTurnedAwayAtOnce() throws Exception {
        Admission admission = new Admission(1, 1, FOR_EVER);
        Place place = entered(admission);
        CompletableFuture<Place> waiting = CompletableFuture.supplyAsync(() -> entered(admission));
        awaitWaiting(admission);

        assertThat(admission.enter()).isNull();

        place.leave();
        waiting.get();
    }

    @Test
    void whoWaitsTooLongIsTurnedAway() {
        Admission admission = new Admission(1, 1, Duration.ofMillis(1));
        entered(admission);

        assertThat(admission.enter()).isNull();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void whoIsInterruptedWhileWaitingIsTurnedAwayAndStaysInterrupted() {
        Admission admission = new Admission(1, 1, FOR_EVER);
        entered(admission);
        Thread.currentThread().interrupt();

        assertThat(admission.enter()).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Place entered(Admission admission) {
        Place place = admission.enter();
        if (place == null) {
            throw new AssertionError("turned away");
        }
        return place;
    }

    private static void awaitWaiting(Admission admission) {
        while (admission.waiting() == 0) {
            Thread.onSpinWait();
        }
    }
}
