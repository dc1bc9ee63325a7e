package io.switchboard.core.store;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a transaction that failed: it gave way to another and runs again, or its caller is told why not. */
final class Repetition {
    private static final Logger LOG = LoggerFactory.getLogger(Repetition.class);
    private static final int ATTEMPTS = 6;

    private Repetition() {}

    /** Returns if the work may run again, after a short pause; else throws what the caller is to see. */
    static void prepare(RuntimeException failure, int attempt) {
        SqlFailure kind = SqlFailure.of(failure);
        boolean repeatable = kind == SqlFailure.GAVE_WAY || kind == SqlFailure.CONNECTION_LOST;
        if (repeatable && attempt < ATTEMPTS) {
            LOG.debug("Attempt {} failed and is repeated", attempt, failure);
            pause(attempt);
            return;
        }
        throw switch (kind) {
            case GAVE_WAY, CONNECTION_LOST, TIMED_OUT ->
                new SwitchboardException(
                        ErrorCode.STORAGE_UNAVAILABLE,
                        "The store did not answer in time; try again in a moment",
                        failure);
            case DUPLICATE_KEY -> duplicate(failure);
            case OTHER -> failure;
        };
    }

    static DuplicateKeyException duplicate(RuntimeException failure) {
        return failure instanceof DuplicateKeyException known ? known : new DuplicateKeyException(failure);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 1L + 10L * attempt * attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The server is stopping; try again in a moment", stopped);
        }
    }
}
