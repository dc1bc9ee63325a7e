package io.switchboard.core.store.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.lifecycle.Profiles;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of an administrator's lifecycle profiles does (ST4). */
interface ProfileStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    Status DRAFTING = new Status("drafting");
    Status REVIEW = new Status("review");
    /** How long somebody has for what they are to be kept from. */
    long CHANCE = 700;

    StoreTestbed store();

    default ProfileStore testee() {
        return new SqlProfileStore(store().transactions(), store().mappers());
    }

    default Lifecycle lifecycle() {
        return new Lifecycle(testee());
    }

    default Standings standings() {
        return new Standings(store().mappers());
    }

    @Test
    default void aProfileIsReadAsItWasWritten() {
        LifecycleProfile profile = made("written");
        assertThat(testee().find("written")).contains(profile);
        assertThat(testee().find("unknown")).isEmpty();
        LifecycleProfile less = Profiles.withoutReview("written").profile();
        in(() -> {
            assertThat(testee().lock("written")).isTrue();
            assertThat(testee().lock("unknown")).isFalse();
            testee().update(less);
            return less;
        });
        assertThat(testee().list()).contains(less);
        assertThatThrownBy(() -> made("written")).isInstanceOf(DuplicateKeyException.class);
        in(() -> {
            testee().delete("written");
            return less;
        });
        assertThat(testee().find("written")).isEmpty();
        made("written");
    }

    @Test
    default void aStatusIsInUseFromTheTicketsComingToItsGoing() {
        made("used");
        made("other");
        TicketId ticket = ticket();
        Progress begun = lifecycle().begin("used", NOON);
        Progress drafting = lifecycle().move(begun, DRAFTING, NOON);
        moved(ticket, null, begun);
        moved(ticket, begun, drafting);
        moved(ticket, drafting, drafting);
        assertThat(stands("used", DRAFTING)).isTrue();
        assertThat(stands("used", begun.status())).isFalse();
        assertThat(stands("other", DRAFTING)).isFalse();
        Progress standard = lifecycle().begin("standard", NOON);
        moved(ticket, drafting, standard);
        assertThat(stands("used", DRAFTING)).isFalse();
        moved(ticket, standard, drafting);
        in(() -> {
            standings().left(ticket, drafting);
            return ticket;
        });
        assertThat(stands("used", DRAFTING)).isFalse();
    }

    @Test
    default void whoeverChangesAProfileWaitsForTheTicketThatIsOnItsWayIntoAStatus() throws Exception {
        made("waits");
        Progress drafting = lifecycle().move(lifecycle().begin("waits", NOON), DRAFTING, NOON);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<Boolean> inUse = in(() -> {
                standings().moved(ticket(), drafting, lifecycle().move(drafting, REVIEW, NOON));
                Future<Boolean> asking = threads.submit(() -> in(() -> {
                    testee().lock("waits");
                    return testee().stands("waits", REVIEW);
                }));
                giveChance(asking);
                return asking;
            });
            assertThat(inUse.get()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void aTicketOnItsWayIntoAStatusThatIsJustTakenAwayChoosesAgain() throws Exception {
        made("chooses");
        Progress begun = lifecycle().begin("chooses", NOON);
        List<List<Status>> seen = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(1);
        CountDownLatch chosen = new CountDownLatch(1);
        try {
            Future<TicketId> moving = in(() -> {
                testee().lock("chooses");
                testee().update(Profiles.withoutReview("chooses").profile());
                Future<TicketId> going = threads.submit(() -> in(() -> {
                    TicketId ticket = ticket();
                    Progress drafting = lifecycle().move(begun, DRAFTING, NOON);
                    List<Status> next = lifecycle().next(drafting);
                    seen.add(next);
                    chosen.countDown();
                    standings().moved(ticket, drafting, lifecycle().move(drafting, next.get(0), NOON));
                    return ticket;
                }));
                await(chosen);
                giveChance(going);
                return going;
            });
            moving.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).containsExactly(List.of(REVIEW, Status.RESOLVED), List.of(Status.RESOLVED));
        assertThat(stands("chooses", REVIEW)).isFalse();
        assertThat(stands("chooses", Status.RESOLVED)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Lets another go as far as they get; they are to be kept waiting. */
    private static void giveChance(Future<?> other) {
        try {
            other.get(CHANCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException keptWaiting) {
            assertThat(other.isDone()).isFalse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private LifecycleProfile made(String id) {
        LifecycleProfile profile = Profiles.review(id).profile();
        return in(() -> {
            testee().insert(profile);
            return profile;
        });
    }

    private void moved(TicketId ticket, @Nullable Progress before, Progress after) {
        in(() -> {
            standings().moved(ticket, before, after);
            return ticket;
        });
    }

    private boolean stands(String profile, Status status) {
        return in(() -> testee().stands(profile, status));
    }

    private TicketId ticket() {
        return new TicketId(store().ids().next());
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
