package io.switchboard.core.store.database;

import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseFigures;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.Passage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HSQLDB in this process. Commits share syncs; a failure to write closes the database and opens it again from what is
 * on disk; a failure to sync stops the server; a disk that is nearly full makes the desk read-only until there is room.
 */
public final class EmbeddedDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int POOL_SIZE = 24;
    private static final long LOG_BYTES = 16L << 20;

    private enum State {
        OPEN,
        REOPENING,
        STOPPED
    }

    private final EmbeddedEngine engine;
    private final DiskSpace space;
    private final FileChannel lock;
    private final Runnable stop;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Lock structure = new ReentrantLock();
    private final Passage passage = new Passage();
    private final Checkpoints checkpoints;
    private final HikariDataSource pool;
    private volatile GroupSync sync = new GroupSync();
    private volatile State state = State.OPEN;

    /**
     * Opens the database, and creates it if there is none.
     *
     * @param folder where its files are; the parent must exist
     * @param stop is run once, on another thread, when the disk did not confirm a sync and the server must not go on
     * @throws SwitchboardException with {@code storage-unavailable} if it cannot be opened safely
     */
    public EmbeddedDatabase(Path folder, Runnable stop) {
        this(folder, stop, LogFile::onDisk, LOG_BYTES);
    }

    EmbeddedDatabase(Path folder, Runnable stop, LogFile.Opener logs, long logBytes) {
        this.stop = stop;
        this.engine = new EmbeddedEngine(folder, logs);
        this.space = new DiskSpace(folder);
        try {
            this.lock = lock(folder.resolveSibling(folder.getFileName() + ".lock"));
            engine.createIfMissing();
            engine.open(sync, new Failures(sync));
            space.measure();
        } catch (IOException | SQLException failure) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The database in " + folder + " cannot be opened: " + failure.getMessage(),
                    failure);
        }
        this.pool = ConnectionPool.open("hsqldb", engine.lastingConnections(), POOL_SIZE);
        this.checkpoints = new Checkpoints(engine.connections(), engine.log(), logBytes, passage, structure);
        worker.scheduleWithFixedDelay(space::measure, 200, 200, TimeUnit.MILLISECONDS);
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held == null) {
                throw new IOException("another server has it open");
            }
            return channel;
        } catch (OverlappingFileLockException held) {
            throw new IOException("this server has it open already", held);
        }
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.HSQLDB;
    }

    @Override
    public DataSource pool() {
        requireOpen();
        return pool;
    }

    @Override
    public Connection openConnection() throws SQLException {
        requireOpen();
        return engine.connections().getConnection();
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        GroupSync own = sync;
        own.withoutSync(connection::commit);
        try {
            own.await();
        } catch (IOException failure) {
            LOG.error("A commit could not be made durable", failure);
        }
        if (own != sync) {
            throw unavailable();
        }
        requireOpen();
    }

    @Override
    public void requireWritable() {
        requireOpen();
        if (space.low()) {
            throw new SwitchboardException(
                    ErrorCode.READ_ONLY, "The disk is nearly full; nothing can be changed until there is room again");
        }
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw unavailable();
        }
    }

    private static SwitchboardException unavailable() {
        return new SwitchboardException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "The store could not write to its disk and takes up its work again when it can; look whether the"
                        + " last change is there before you repeat it");
    }

    @Override
    public Lock structure() {
        return structure;
    }

    @Override
    public Passage passage() {
        return passage;
    }

    @Override
    public DatabaseFigures figures() {
        GroupSync own = sync;
        return ConnectionPool.figures(pool, own.syncs(), own.syncing());
    }

    @Override
    public long session(Connection connection) {
        return 0;
    }

    @Override
    public void awaitSessionEnd(long session) {
        // Sessions live in this process: a commit that failed has ended.
    }

    @Override
    public void close() {
        worker.shutdownNow();
        checkpoints.stop();
        pool.close();
        try {
            engine.shutDown(state != State.OPEN);
            lock.close();
        } catch (SQLException | IOException failure) {
            LOG.error("The database was not closed cleanly; the next start recovers it", failure);
        }
    }

    private void reopen(GroupSync failed) {
        if (state != State.REOPENING || sync != failed) {
            return;
        }
        try {
            engine.shutDown(true);
        } catch (SQLException closedAlready) {
            LOG.debug("The database was closed already", closedAlready);
        }
        GroupSync fresh = new GroupSync();
        try {
            engine.open(fresh, new Failures(fresh));
        } catch (SQLException stillFailing) {
            LOG.error("The database cannot be opened again yet", stillFailing);
            worker.schedule(() -> reopen(failed), 2, TimeUnit.SECONDS);
            return;
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        sync = fresh;
        state = State.OPEN;
        LOG.warn("The database was opened again from what is on disk");
    }

    /** What the engine's failures lead to. Those of an engine that was replaced are not heard any more. */
    private final class Failures implements EngineFailures {
        private final GroupSync own;

        Failures(GroupSync own) {
            this.own = own;
        }

        @Override
        public void writeFailed(Throwable cause) {
            synchronized (EmbeddedDatabase.this) {
                if (own != sync || state != State.OPEN) {
                    return;
                }
                state = State.REOPENING;
            }
            LOG.error("The database could not write; it is closed and opened again from what is on disk", cause);
            worker.schedule(() -> reopen(own), 0, TimeUnit.SECONDS);
        }

        @Override
        public void syncFailed(Throwable cause) {
            synchronized (EmbeddedDatabase.this) {
                if (state == State.STOPPED) {
                    return;
                }
                state = State.STOPPED;
            }
            LOG.error("The disk did not confirm that changes are durable; the server stops", cause);
            worker.execute(stop);
        }
    }
}
