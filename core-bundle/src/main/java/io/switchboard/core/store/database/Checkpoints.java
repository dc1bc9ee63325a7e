package io.switchboard.core.store.database;

import io.switchboard.core.store.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the embedded engine write its log into its data file when the log has grown, so that the next start has little to
 * recover. The engine would do so by itself, but waits without an end for transactions that run, with everybody behind it.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration PATIENCE = Duration.ZERO;
    private static final long LOOK_MILLISECONDS = 100;
    /** After this many looks a checkpoint that was put off is tried again, so that the desk is held up rarely. */
    private static final int LOOKS_TO_SKIP = 100;

    private final DataSource connections;
    private final Path log;
    private final long limit;
    private final Passage passage;
    private final Lock structure;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-checkpoint");
        thread.setDaemon(true);
        return thread;
    });
    private int skipped;

    /**
     * Begins to look.
     *
     * @param log the engine's log
     * @param limit how many bytes it may have
     * @param structure is held by whoever reads for long
     */
    Checkpoints(DataSource connections, Path log, long limit, Passage passage, Lock structure) {
        this.connections = connections;
        this.log = log;
        this.limit = limit;
        this.passage = passage;
        this.structure = structure;
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    void stop() {
        looks.shutdown();
        try {
            looks.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (skipped > 0) {
                skipped--;
            } else if (Files.exists(log) && Files.size(log) >= limit && !written()) {
                skipped = LOOKS_TO_SKIP;
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            LOG.warn("The log of the database was not written into its data file; it is tried again", failure);
            skipped = LOOKS_TO_SKIP;
        }
    }

    private boolean written() throws SQLException {
        if (!structure.tryLock()) {
            LOG.debug("A backup or a change of tables goes on; the log of the database grows meanwhile");
            return false;
        }
        try {
            boolean written = passage.alone(PATIENCE, this::checkpoint);
            if (!written) {
                LOG.warn(
                        "A transaction goes on and on, so the log of the database cannot be written into its data file");
            }
            return written;
        } finally {
            structure.unlock();
        }
    }

    private void checkpoint() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
