package io.switchboard.core.store;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets transactions pass side by side, and some work alone. The embedded engine lets what it must do alone, a checkpoint or
 * a change of a table, wait for every transaction that runs, and holds up every statement of others meanwhile: a
 * transaction that needs a second connection would wait for ever, and one that does not end would stop the desk. So
 * the waiting is done here, where it is limited and where a transaction that runs is not held up.
 */
public final class Passage {
    private static final long TRY_MILLISECONDS = 500;
    private static final long PAUSE_MILLISECONDS = 1_000;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Work that may fail. */
    public interface Work<E extends Exception> {
        /** Does it. */
        void run() throws E;
    }

    /** Begins a transaction of this thread; waits while something is done alone or is about to. */
    public void enter() {
        lock.readLock().lock();
    }

    /** Ends the transaction of this thread. */
    public void leave() {
        lock.readLock().unlock();
    }

    /**
     * Does work while no transaction runs. Transactions that begin meanwhile wait, half a second at a time at most until
     * those before them have ended.
     *
     * @param patience for how long it is tried, at least once
     * @return false if the work was not begun, because a transaction went on for too long
     * @throws IllegalStateException inside a transaction, for whose end it would wait
     */
    public <E extends Exception> boolean alone(Duration patience, Work<E> work) throws E {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("A transaction cannot wait for its own end");
        }
        if (!tried(patience)) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean tried(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!lock.writeLock().tryLock(TRY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The server is stopping; try again in a moment", stopping);
        }
    }
}
