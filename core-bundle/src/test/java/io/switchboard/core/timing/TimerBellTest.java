package io.switchboard.core.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.lease.NodeForTests;
import io.switchboard.core.store.lease.SqlLeases;
import io.switchboard.core.store.setting.SqlSettingStore;
import io.switchboard.core.store.timer.SqlTimerStore;
import io.switchboard.core.store.timer.TimerStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimerBellTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeRegistry registry = new FakeRegistry();
    private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();
    private SystemDeskClock clock;
    private Timers timers;
    private TimerBell bell;

    @BeforeEach
    void begin() {
        TimerStore store = new SqlTimerStore(STORE.mappers());
        var settings = new SqlSettingStore(STORE.transactions(), STORE.mappers());
        settings.remove("clock.moved");
        clock = new SystemDeskClock(Clock.fixed(NOON, ZoneOffset.UTC), settings, true);
        timers = new StoredTimers(STORE.transactions(), store);
        bell = new TimerBell(
                STORE.transactions(),
                store,
                clock,
                new SqlLeases(STORE.transactions(), STORE.mappers()),
                NodeForTests.make(),
                registry,
                new BoundedPluginCalls(new Quarantine()));
    }

    @AfterEach
    void end() throws Exception {
        bell.deactivate();
    }

    @Test
    void aTimerRingsWhenTheClockIsMovedPastIt() throws Exception {
        bell.bindKind(kind("nap", () -> {}));
        timers.set("nap", "ticket-1", NOON.plus(Duration.ofDays(3)));
        clock.moveBy(Duration.ofDays(2));
        assertThat(rung).isEmpty();
        clock.moveBy(Duration.ofDays(1));
        assertThat(rung.poll(30, TimeUnit.SECONDS)).isEqualTo("ticket-1");
    }

    @Test
    void aCancelledTimerDoesNotRing() throws Exception {
        bell.bindKind(kind("cancelled", () -> {}));
        timers.set("cancelled", "never", NOON.plusSeconds(10));
        timers.cancel("cancelled", "never");
        timers.set("cancelled", "other", NOON.plusSeconds(10));
        clock.moveBy(Duration.ofSeconds(10));
        assertThat(rung.poll(30, TimeUnit.SECONDS)).isEqualTo("other");
        assertThat(rung).isEmpty();
    }

    @Test
    void aTimerThatFailedRingsAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        bell.bindKind(kind("failing", () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
        }));
        timers.set("failing", "twice", NOON);
        while (tries.get() == 0) {
            Thread.onSpinWait();
        }
        while (rung.isEmpty()) {
            clock.moveBy(Duration.ofSeconds(1));
            Thread.sleep(10);
        }
        assertThat(rung.poll()).isEqualTo("twice");
    }

    @Test
    void thePluginsTimerWaitsForThePlugin() throws Exception {
        TicketId ticket = new TicketId(STORE.ids().next());
        new PluginClockwork(STORE.transactions(), new SqlTimerStore(STORE.mappers()), "reminder")
                .set("key", ticket, NOON, "payload");
        List<String> heard = new CopyOnWriteArrayList<>();
        registry.add(
                Clockwork.Alarm.class,
                "reminder",
                (key, about, payload) -> heard.add(key + " " + about + " " + payload),
                Map.of());
        while (heard.isEmpty()) {
            Thread.sleep(5);
        }
        assertThat(heard).containsExactly("key " + ticket + " payload");
    }

    @Test
    void theClockMovesAheadOnlyAndOnlyAsATestClock() {
        assertThatThrownBy(() -> clock.moveBy(Duration.ofSeconds(-1))).isInstanceOf(SwitchboardException.class);
        var fixed = new SystemDeskClock(
                Clock.systemUTC(), new SqlSettingStore(STORE.transactions(), STORE.mappers()), false);
        assertThatThrownBy(() -> fixed.moveBy(Duration.ofSeconds(1)))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("--test-clock");
    }

    private TimerKind kind(String id, Runnable before) {
        return new TimerKind() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public void ring(String subject, Instant due) {
                before.run();
                rung.add(subject);
            }
        };
    }
}
