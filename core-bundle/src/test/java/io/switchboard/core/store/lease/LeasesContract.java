package io.switchboard.core.store.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leases promise, on every engine. */
interface LeasesContract {
    Duration LONG = Duration.ofMinutes(10);

    StoreTestbed store();

    Leases testee();

    default void lapse(Lease lease) throws SQLException {
        try (Connection connection = store().database().openConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update lease set expires_at = current_timestamp - interval '1' hour where name = ?")) {
            update.setString(1, lease.name());
            update.executeUpdate();
        }
    }

    @Test
    default void oneOwnerHasItAtATime() {
        String name = UUID.randomUUID().toString();
        Lease held = testee().acquire(name, "a", LONG).orElseThrow();
        assertThat(testee().acquire(name, "b", LONG)).isEmpty();
        assertThat(testee().holder(name)).contains(held);
    }

    @Test
    default void theOwnerMayTakeItAgainAndKeepsItsToken() {
        String name = UUID.randomUUID().toString();
        Lease first = testee().acquire(name, "a", LONG).orElseThrow();
        Lease again = testee().acquire(name, "a", LONG).orElseThrow();
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(again.expiresAt()).isAfterOrEqualTo(first.expiresAt());
    }

    @Test
    default void anExpiredLeaseGoesToTheNextWithAGreaterToken() throws SQLException {
        String name = UUID.randomUUID().toString();
        Lease first = testee().acquire(name, "a", LONG).orElseThrow();
        lapse(first);
        assertThat(testee().holder(name)).isEmpty();
        Lease second = testee().acquire(name, "b", LONG).orElseThrow();
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(testee().renew(first, LONG)).isEmpty();
        testee().release(first);
        assertThat(testee().holder(name)).contains(second);
    }

    @Test
    default void aLeaseThatHasLapsedCannotBeRenewed() throws SQLException {
        Lease lease = testee().acquire(UUID.randomUUID().toString(), "a", LONG).orElseThrow();
        assertThat(testee().renew(lease, LONG)).isPresent();
        lapse(lease);
        assertThat(testee().renew(lease, LONG)).isEmpty();
    }

    @Test
    default void aReleasedLeaseIsFree() {
        Lease lease = testee().acquire(UUID.randomUUID().toString(), "a", LONG).orElseThrow();
        testee().release(lease);
        assertThat(testee().acquire(lease.name(), "b", LONG)).isPresent();
    }

    @Test
    default void ofManyWhoTryAtOnceOneGetsIt() {
        String name = UUID.randomUUID().toString();
        AtomicInteger winners = new AtomicInteger();
        IntStream.range(0, 8).parallel().forEach(owner -> {
            Optional<Lease> got = testee().acquire(name, "owner" + owner, LONG);
            got.ifPresent(lease -> winners.incrementAndGet());
        });
        assertThat(winners).hasValue(1);
    }
}
