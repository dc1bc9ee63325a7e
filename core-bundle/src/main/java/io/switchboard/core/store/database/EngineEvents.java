package io.switchboard.core.store.database;

import org.hsqldb.lib.SimpleLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's event log. The engine notes a row or a commit that it could not write here as a warning and reports
 * success, so each warning counts as a failure to write.
 */
final class EngineEvents extends SimpleLog {
    private static final Logger LOG = LoggerFactory.getLogger(EngineEvents.class);

    private final EngineFailures failures;

    EngineEvents(EngineFailures failures) {
        super(null, LOG_NONE, false);
        this.failures = failures;
    }

    @Override
    public void logContext(int level, String message) {
        note(level, message, null);
    }

    @Override
    public void logContext(Throwable cause, String message, int level) {
        note(level, message, cause);
    }

    private void note(int level, String message, @Nullable Throwable cause) {
        if (level == LOG_ERROR || level == LOG_WARNING) {
            LOG.error("The embedded database reports: {}", message, cause);
            failures.writeFailed(cause == null ? new IllegalStateException(message) : cause);
        } else {
            LOG.debug("The embedded database reports: {}", message);
        }
    }
}
