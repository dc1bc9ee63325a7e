package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.idempotency.IdempotencyMapper;
import io.switchboard.core.store.idempotency.IdempotencyRow;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers for a day which requests were carried out under which key. A request is remembered in the transaction of its
 * change, together with what that made, so there is never one without the other; its answer is added when it is given.
 */
@Component(service = {RequestMemory.class, TimerKind.class})
public final class RequestMemory implements TimerKind {
    private static final String KIND = "forget-requests";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final MapperSource mappers;
    private final DeskClock clock;
    private final Timers timers;

    /** Makes the memory. */
    @Activate
    public RequestMemory(
            @Reference Transactions transactions,
            @Reference MapperSource mappers,
            @Reference DeskClock clock,
            @Reference Timers timers) {
        this.transactions = transactions;
        this.mappers = mappers;
        this.clock = clock;
        this.timers = timers;
        sweepLater();
    }

    /** Returns the time by the clock that decides how long requests are remembered. */
    Instant now() {
        return clock.now();
    }

    /**
     * Returns what was carried out under the key within a day.
     *
     * @throws SwitchboardException with {@code idempotency-key-reused} if it was another request
     */
    Optional<IdempotencyRow> find(IdempotencyRow request) {
        Instant oldest = now().minus(KEPT);
        Optional<IdempotencyRow> known = transactions
                .read(() -> mapper().find(request.caller(), request.path(), request.idempotencyKey()))
                .filter(row -> row.createdAt().isAfter(oldest));
        known.filter(row -> !row.requestHash().equals(request.requestHash())).ifPresent(other -> {
            throw new SwitchboardException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another body before; use a new key for a new request");
        });
        return known;
    }

    /**
     * Has the request remembered by the next transaction of this thread.
     *
     * @param making adds to the request what the transaction made
     */
    Transactions.Accompaniment rememberWithChange(
            IdempotencyRow request, Function<List<Object>, IdempotencyRow> making) {
        return transactions.accompany(made -> {
            mapper().deleteExpired(request.caller(), request.path(), request.idempotencyKey(), now().minus(KEPT));
            mapper().insert(making.apply(made));
        });
    }

    /** Adds the answer that was given. */
    void answer(IdempotencyRow answered) {
        transactions.write(() -> {
            mapper().answer(answered);
            return answered;
        });
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        forget(now());
        sweepLater();
    }

    /** Forgets what is older than a day. */
    void forget(Instant now) {
        Instant before = now.minus(KEPT);
        Optional<Instant> more;
        do {
            more = transactions.write(() -> {
                Optional<Instant> stretch = mapper().expiredAfter(before, AT_ONCE);
                mapper().deleteBefore(stretch.orElse(before));
                return stretch;
            });
        } while (more.isPresent());
    }

    private void sweepLater() {
        timers.set(KIND, "all", now().plus(BETWEEN_SWEEPS));
    }

    private IdempotencyMapper mapper() {
        return mappers.of(IdempotencyMapper.class);
    }
}
