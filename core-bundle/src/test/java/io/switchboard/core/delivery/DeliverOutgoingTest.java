package io.switchboard.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.core.desk.FakeTimers;
import io.switchboard.core.desk.SteppingClock;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.backup.DeliveryHold;
import io.switchboard.core.store.outgoing.OutgoingRow;
import io.switchboard.core.store.outgoing.SqlOutgoingStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DeliverOutgoingTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String LINK = "https://desk.example/password/secret";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final FakeRegistry registry = new FakeRegistry();
    private final FakeTimers timers = new FakeTimers();
    private final SteppingClock clock = new SteppingClock();
    private final BoundedPluginCalls calls = new BoundedPluginCalls(new Quarantine());
    private final ScriptedCourier courier = new ScriptedCourier();
    private final SqlOutgoingStore store = new SqlOutgoingStore(STORE.mappers());
    private final SqlSettingStore settings = new SqlSettingStore(STORE.transactions(), STORE.mappers());

    @SuppressWarnings("NullAway.Init")
    private Outgoing outgoing;

    @SuppressWarnings("NullAway.Init")
    private DeliverOutgoing deliver;

    @BeforeEach
    void make() throws IOException {
        Vault vault = new Vault(data);
        settings.remove(DeliveryHold.SETTING);
        outgoing = new Outgoing(STORE.transactions(), store, timers, clock, vault, STORE.ids());
        deliver = new DeliverOutgoing(
                STORE.transactions(),
                store,
                timers,
                clock,
                vault,
                new Couriers(new DeliveryHold(settings), registry, calls),
                calls);
    }

    @Test
    void aLetterIsHandedOverOnceAndItsContentForgotten() {
        registry.add(Courier.class, "carrier", courier, Map.of());
        UUID id = send();
        assertThat(row(id).content()).doesNotContain(LINK);
        deliver.ring(id.toString(), clock.now());
        deliver.ring(id.toString(), clock.now());
        assertThat(courier.taken).hasSize(1);
        assertThat(courier.taken.get(0).text()).isEqualTo(LINK);
        assertThat(courier.taken.get(0).id()).isEqualTo(id);
        assertThat(row(id).state()).isEqualTo(OutgoingRow.DELIVERED);
        assertThat(row(id).content()).isNull();
    }

    @Test
    void withoutACourierALetterWaitsUntilItIsNotWorthSending() {
        UUID id = send();
        deliver.ring(id.toString(), clock.now());
        assertThat(row(id).state()).isEqualTo(OutgoingRow.WAITING);
        assertThat(due(id)).isAfter(clock.now());
        clock.moveBy(Duration.ofHours(3));
        deliver.ring(id.toString(), clock.now());
        assertThat(row(id).state()).isEqualTo(OutgoingRow.PARKED);
        assertThat(row(id).content()).isNull();
    }

    @Test
    void aFailedAttemptIsRepeatedWithGrowingPauses() {
        registry.add(Courier.class, "carrier", courier, Map.of());
        courier.failures.add(new IOException("no route"));
        courier.failures.add(new IOException("no route"));
        UUID id = send();
        deliver.ring(id.toString(), clock.now());
        Duration first = Duration.between(clock.now(), due(id));
        deliver.ring(id.toString(), clock.now());
        assertThat(Duration.between(clock.now(), due(id))).isGreaterThan(first);
        assertThat(row(id).attempts()).isEqualTo(2);
        assertThat(row(id).outcome()).contains("no route");
        deliver.ring(id.toString(), clock.now());
        assertThat(row(id).state()).isEqualTo(OutgoingRow.DELIVERED);
    }

    @Test
    void whatIsNotEvenTriedBecauseTheCourierFailsTooOftenCostsNoAttempt() {
        registry.add(Courier.class, "carrier", courier, Map.of());
        courier.lost = true;
        for (int failure = 0; failure < 5; failure++) {
            UUID lost = send();
            deliver.ring(lost.toString(), clock.now());
            assertThat(row(lost).attempts()).isOne();
        }
        courier.lost = false;
        UUID next = send();
        deliver.ring(next.toString(), clock.now());
        assertThat(courier.taken).isEmpty();
        assertThat(row(next).attempts()).isZero();
        assertThat(row(next).state()).isEqualTo(OutgoingRow.WAITING);
        assertThat(due(next)).isAfter(clock.now());
    }

    @Test
    void aLetterIsWrittenWhenACourierCannotSayWhetherItReachesTheAddress() {
        Couriers couriers = new Couriers(new DeliveryHold(settings), registry, calls);
        Courier.Address address = new Courier.Address("email", "ada@example.org", "Ada");
        assertThat(couriers.reach(address)).isFalse();
        registry.miss("carrier");
        assertThat(couriers.reach(address)).isTrue();
        registry.missNobody();
        courier.lost = true;
        registry.add(Courier.class, "carrier", courier, Map.of());
        assertThat(couriers.reach(address)).isTrue();
        UUID id = send();
        deliver.ring(id.toString(), clock.now());
        assertThat(row(id).state()).isEqualTo(OutgoingRow.WAITING);
        assertThat(Duration.between(clock.now(), due(id))).isLessThan(Duration.ofMinutes(1));
        courier.lost = false;
        deliver.ring(id.toString(), clock.now());
        assertThat(row(id).state()).isEqualTo(OutgoingRow.DELIVERED);
    }

    @Test
    void whatACourierRefusesIsParked() {
        registry.add(Courier.class, "carrier", courier, Map.of());
        courier.refusal = "no such mailbox";
        UUID id = send();
        deliver.ring(id.toString(), clock.now());
        assertThat(row(id).state()).isEqualTo(OutgoingRow.PARKED);
        assertThat(row(id).outcome()).isEqualTo("no such mailbox");
    }

    @Test
    void aRestoredCopySendsNothing() {
        registry.add(Courier.class, "carrier", courier, Map.of());
        settings.put(DeliveryHold.SETTING, "true");
        UUID id = send();
        deliver.ring(id.toString(), clock.now());
        assertThat(courier.taken).isEmpty();
        assertThat(row(id).state()).isEqualTo(OutgoingRow.WAITING);
    }

    @Test
    void anUnverifiedAddressGetsOneMessageAnHourAndThreeADay() {
        Instant now = clock.now();
        List<Boolean> taken = new ArrayList<>();
        for (int minute : List.of(0, 30, 61, 122, 183, 24 * 60 + 61)) {
            Instant at = now.plus(Duration.ofMinutes(minute));
            taken.add(
                    STORE.transactions().write(() -> store.takePlace(STORE.ids().next(), "of an address", at)));
        }
        assertThat(taken).containsExactly(true, false, true, true, false, true);
    }

    private UUID send() {
        return outgoing.send(new Letter(
                "password-reset",
                new Courier.Address("email", "ada@example.org", "Ada"),
                "Choose",
                LINK,
                Duration.ofHours(2)));
    }

    private OutgoingRow row(UUID id) {
        return STORE.transactions().read(() -> store.find(id)).orElseThrow();
    }

    private Instant due(UUID id) {
        return timers.due.getOrDefault("deliver-outgoing " + id, Instant.MIN);
    }

    /** A courier that does what it is told. */
    private static final class ScriptedCourier implements Courier {
        final List<OutgoingMessage> taken = new ArrayList<>();
        final Deque<Exception> failures = new ArrayDeque<>();
        String refusal = "";
        boolean lost;

        @Override
        public String channel() {
            return "email";
        }

        @Override
        public boolean reaches(Address address) {
            if (lost) {
                throw new IllegalStateException("lost");
            }
            return address.kind().equals("email");
        }

        @Override
        public Receipt deliver(OutgoingMessage message) throws Exception {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            if (!refusal.isEmpty()) {
                return new Receipt.Refused(refusal);
            }
            taken.add(message);
            return new Receipt.Accepted("<1@desk.example>");
        }
    }
}
