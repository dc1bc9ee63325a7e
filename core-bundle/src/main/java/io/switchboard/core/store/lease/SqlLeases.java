package io.switchboard.core.store.lease;

import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leases in a table. */
@Component(service = Leases.class)
public final class SqlLeases implements Leases {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlLeases(@Reference Transactions transactions, @Reference MapperSource mappers) {
        this.transactions = transactions;
        this.mappers = mappers;
    }

    private LeaseMapper mapper() {
        return mappers.of(LeaseMapper.class);
    }

    @Override
    public Optional<Lease> acquire(String name, String owner, Duration duration) {
        requireSensible(duration);
        try {
            return transactions.write(() -> {
                Instant now = now();
                Optional<Lease> seen = mapper().find(name);
                if (seen.isEmpty()) {
                    Lease first = new Lease(name, owner, now.plus(duration), 1);
                    mapper().insert(first);
                    return Optional.of(first);
                }
                return take(seen.get(), owner, now, duration);
            });
        } catch (DuplicateKeyException takenMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<Lease> take(Lease seen, String owner, Instant now, Duration duration) {
        boolean expired = !seen.expiresAt().isAfter(now);
        if (!expired && !seen.owner().equals(owner)) {
            return Optional.empty();
        }
        long token = expired ? seen.token() + 1 : seen.token();
        Lease taken = new Lease(seen.name(), owner, now.plus(duration), token);
        return mapper().take(taken, seen) == 1 ? Optional.of(taken) : Optional.empty();
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration duration) {
        requireSensible(duration);
        return transactions.write(() -> {
            Instant now = now();
            return mapper().find(lease.name())
                    .filter(seen ->
                            seen.token() == lease.token() && seen.owner().equals(lease.owner()))
                    .filter(seen -> seen.expiresAt().isAfter(now))
                    .flatMap(seen -> take(seen, lease.owner(), now, duration));
        });
    }

    @Override
    public void release(Lease lease) {
        transactions.write(() -> mapper().expire(lease, now()));
    }

    @Override
    public Optional<Lease> holder(String name) {
        return transactions.read(() -> {
            Instant now = now();
            return mapper().find(name).filter(lease -> lease.expiresAt().isAfter(now));
        });
    }

    private Instant now() {
        return mapper().now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireSensible(Duration duration) {
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("A lease holds for a second at least, not for " + duration);
        }
    }
}
