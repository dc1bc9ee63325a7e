package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.core.plugins.PluginThreads.Owned;
import io.switchboard.core.sockets.PluginFaults;
import io.switchboard.core.sockets.PluginSuspicions.Suspicion;
import io.switchboard.core.sockets.Quarantine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PluginWatchdogTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    private final List<Owned> threads = new ArrayList<>();
    private final Map<Thread, Long> used = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private PluginFaults faults;
    private final Quarantine quarantine = new Quarantine();
    private PluginWatchdog watchdog;

    @BeforeEach
    void prepare() {
        faults = new PluginFaults(testbed.bundles().get(0).getBundleContext());
        watchdog = new PluginWatchdog(
                () -> threads, new ThreadLook(used::get), faults, quarantine, 3, Duration.ofSeconds(20));
    }

    private Thread thread(String plugin, String name) {
        Thread thread = new Thread(() -> {}, name);
        threads.add(new Owned(thread, plugin));
        used.put(thread, 0L);
        return thread;
    }

    /** Looks some times, between which a thread uses this part of a processor. */
    private void looks(int times, Thread thread, double part) {
        for (int look = 0; look < times; look++) {
            used.merge(thread, (long) (PAUSE.toNanos() * part), Long::sum);
            now = now.plus(PAUSE);
            watchdog.look(now, PAUSE);
        }
    }

    @Test
    void whoBurnsAProcessorIsNamedAfterThreeLooksAndSuspectedIfItGoesOn() {
        Thread busy = thread("burning", "busy");
        thread("burning", "idle");

        looks(2, busy, 0.9);
        assertThat(faults.of("burning")).isEmpty();
        looks(1, busy, 0.9);
        assertThat(faults.of("burning"))
                .singleElement()
                .asString()
                .contains("It burns the processor in threads of its own since", "'busy'");
        assertThat(watchdog.suspicions(10)).isEmpty();
        looks(8, busy, 0.9);

        assertThat(watchdog.suspicions(10))
                .containsExactly(new Suspicion(
                        "burning",
                        "It burned the processor for 20 seconds in threads of its own, most of all in 'busy'"));
    }

    @Test
    void theThreadsOfWhoIsInQuarantineGiveWayToAllOthers() {
        Thread held = thread("held", "held");
        Thread free = thread("free", "free");
        quarantine.hold(Map.of("held", new Quarantine.Held(Instant.EPOCH, "It burned")));

        looks(1, held, 0.9);

        assertThat(held.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(free.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    void whatAllThreadsUseTogetherCounts() {
        Thread one = thread("burning", "one");
        Thread other = thread("burning", "other");
        used.put(other, PAUSE.toNanos());

        looks(1, one, 0.5);

        ThreadUse use = watchdog.of("burning");
        assertThat(use.count()).isEqualTo(2);
        assertThat(use.processor()).isCloseTo(1.5, within(0.001));
        assertThat(use.seconds()).isCloseTo(3, within(0.001));
        assertThat(use.busiest()).extracting(ThreadUse.OwnThread::name).containsExactly("other", "one");
    }

    @Test
    void whoPausesBeginsAnewAndIsNotNamedAnyMore() {
        Thread busy = thread("burning", "busy");
        looks(8, busy, 0.9);

        looks(1, busy, 0.1);

        assertThat(faults.of("burning")).isEmpty();
        assertThat(watchdog.of("burning").burningSince()).isNull();
        looks(8, busy, 0.9);
        assertThat(watchdog.suspicions(10)).isEmpty();
    }

    @Test
    void whoIsForgivenMayBurnAsLongAgain() {
        Thread busy = thread("burning", "busy");
        looks(12, busy, 0.9);

        watchdog.forgive("burning");

        assertThat(watchdog.suspicions(10)).isEmpty();
        looks(10, busy, 0.9);
        assertThat(watchdog.suspicions(10)).hasSize(1);
    }

    @Test
    void whoHasThreadsWithoutEndIsNamedAndSuspectedUntilTheyAreGone() {
        Thread first = thread("flooding", "one");
        for (int number = 2; number <= 4; number++) {
            thread("flooding", "another");
        }

        looks(1, first, 0);

        assertThat(faults.of("flooding"))
                .containsExactly("It has 4 threads of its own, more than the 3 that it may have");
        assertThat(watchdog.suspicions(10)).extracting(Suspicion::plugin).containsExactly("flooding");
        threads.clear();
        looks(1, first, 0);
        assertThat(faults.of("flooding")).isEmpty();
        assertThat(watchdog.suspicions(10)).isEmpty();
    }
}
