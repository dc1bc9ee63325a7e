package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.delivery.Courier.Receipt;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.testkit.data.HostileTexts;
import io.switchboard.testkit.data.SampleIds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Courier} must do. */
public interface CourierContract {
    /** Returns the courier under test; the same one at each call within a test, connected to a world that works. */
    Courier testee();

    /** Returns an address that it reaches. */
    Address reachable();

    /** Returns how many messages have arrived in the world so far. */
    long arrived();

    /** It says which channel it serves, and does not change its mind. */
    @Test
    default void namesItsChannel() throws Exception {
        Checks.id(() -> testee().channel(), 40);
    }

    /** It knows what it can reach. */
    @Test
    default void knowsWhatItReaches() {
        assertThat(testee().reaches(reachable())).isTrue();
        assertThat(testee().reaches(new Address("carrier-pigeon", "tower 3", "Nobody")))
                .isFalse();
    }

    /** A message comes at least once and goes out once. */
    @Test
    default void carriesTheSameMessageOnce() throws Exception {
        long before = arrived();
        OutgoingMessage message = message(1, "Your ticket", "It is done.");
        Receipt first = testee().deliver(message);
        assertThat(first).isInstanceOf(Receipt.Accepted.class);
        assertThat(testee().deliver(message)).isEqualTo(first);
        assertThat(arrived()).isEqualTo(before + 1);
    }

    /** What people write is carried or refused, never a reason to fail. */
    @Test
    default void carriesOrRefusesWhatPeopleWrite() throws Exception {
        long serial = 10;
        for (String text : HostileTexts.all()) {
            assertThat(testee().deliver(message(++serial, "Your ticket", text))).isNotNull();
        }
    }

    private OutgoingMessage message(long serial, String subject, String text) {
        return new OutgoingMessage(
                SampleIds.uuid(serial),
                SampleIds.ticket(1),
                reachable(),
                subject,
                text,
                null,
                List.of(),
                true,
                List.of(),
                Map.of());
    }
}
