package io.switchboard.core.store.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets commits share a sync of the log. The engine syncs once per commit while it holds its global lock. Here it only
 * notes that a commit was appended; afterwards, outside of the engine's locks, each committing thread waits until a
 * sync has returned that began after its commit was appended. One of those who wait leads and syncs for all.
 *
 * <p>Commits of threads that do not wait, such as the engine's own, are synced at once.
 */
final class GroupSync {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private final ThreadLocal<Boolean> waitsLater = ThreadLocal.withInitial(() -> Boolean.FALSE);

    private volatile long appended;
    private volatile long durable;
    private volatile @Nullable LogStream current;
    private final LongAdder syncs = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();
    private boolean leading;

    /** Tells whether the engine writes its log here. */
    boolean inUse() {
        return current != null;
    }

    /** Begins to use a new log file; every one before it is closed, and so durable. */
    void use(LogStream log) {
        current = log;
    }

    /** Runs a commit whose thread calls {@link #await()} afterwards. */
    <E extends Exception> void withoutSync(Commit<E> commit) throws E {
        waitsLater.set(Boolean.TRUE);
        try {
            commit.run();
        } finally {
            waitsLater.set(Boolean.FALSE);
        }
    }

    /** A commit that may fail. */
    interface Commit<E extends Exception> {
        void run() throws E;
    }

    /** Is called by the engine, under its lock, where it would sync. */
    void commitAppended(LogStream log) throws IOException {
        lock.lock();
        try {
            appended = appended + 1;
        } finally {
            lock.unlock();
        }
        if (!waitsLater.get()) {
            long covered = appended;
            force(log);
            advance(covered);
        }
    }

    /** Returns once everything that was appended before the call is durable. */
    void await() throws IOException {
        long target = appended;
        if (durable >= target) {
            return;
        }
        lock.lock();
        try {
            while (durable < target) {
                if (leading) {
                    finished.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead() throws IOException {
        leading = true;
        lock.unlock();
        long covered = 0;
        try {
            covered = appended;
            LogStream log = current;
            if (log != null) {
                force(log);
            }
        } catch (IOException failure) {
            covered = 0;
            throw failure;
        } finally {
            lock.lock();
            leading = false;
            durable = Math.max(durable, covered);
            finished.signalAll();
        }
    }

    private void force(LogStream log) throws IOException {
        long begun = System.nanoTime();
        log.force();
        nanoseconds.add(System.nanoTime() - begun);
        syncs.increment();
    }

    /** Returns how many syncs have returned. */
    long syncs() {
        return syncs.sum();
    }

    /** Returns how long they took together. */
    Duration syncing() {
        return Duration.ofNanos(nanoseconds.sum());
    }

    private void advance(long covered) {
        lock.lock();
        try {
            durable = Math.max(durable, covered);
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
