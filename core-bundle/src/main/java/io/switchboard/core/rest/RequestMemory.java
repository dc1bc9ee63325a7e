package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.idempotency.IdempotencyMapper;
import io.switchboard.core.store.idempotency.IdempotencyRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers which requests were carried out under which key. A request is remembered in the transaction of its change, so
 * there is never one without the other; its answer is added when it is given.
 */
@Component(service = RequestMemory.class)
public final class RequestMemory {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Transactions transactions;
    private final MapperSource mappers;

    /** Makes the memory. */
    @Activate
    public RequestMemory(@Reference Transactions transactions, @Reference MapperSource mappers) {
        this.transactions = transactions;
        this.mappers = mappers;
    }

    /**
     * Returns what was carried out under the key.
     *
     * @throws SwitchboardException with {@code idempotency-key-reused} if it was another request
     */
    Optional<IdempotencyRow> find(IdempotencyRow request) {
        Optional<IdempotencyRow> known =
                transactions.read(() -> mapper().find(request.caller(), request.path(), request.idempotencyKey()));
        known.filter(row -> !row.requestHash().equals(request.requestHash())).ifPresent(other -> {
            throw new SwitchboardException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another body before; use a new key for a new request");
        });
        return known;
    }

    /** Has the request remembered by the next transaction of this thread. */
    Transactions.Accompaniment rememberWithChange(IdempotencyRow request) {
        return transactions.accompany(() -> mapper().insert(request));
    }

    /** Adds the answer that was given. */
    void answer(IdempotencyRow answered) {
        transactions.write(() -> {
            mapper().answer(answered);
            return answered;
        });
    }

    /** Forgets what is older than a day. */
    void forget(Instant now) {
        transactions.write(() -> mapper().deleteBefore(now.minus(KEPT)));
    }

    private IdempotencyMapper mapper() {
        return mappers.of(IdempotencyMapper.class);
    }
}
