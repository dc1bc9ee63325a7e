package io.switchboard.core.sockets;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads on which plugins are asked: as many as are wanted at a time, each kept for a while for the next call. One that came
 * back with another priority than the usual is given up, since Linux lets only the privileged raise what was lowered; a pool of
 * Java's would have it make its own successor, which would inherit that. For any number of threads.
 */
final class CallThreads implements Executor {
    private static final Duration KEPT = Duration.ofSeconds(20);

    private final SynchronousQueue<Runnable> idle = new SynchronousQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * Has a thread do it at once.
     *
     * @throws RejectedExecutionException after {@link #stop()}
     */
    @Override
    public void execute(Runnable work) {
        if (stopped) {
            throw new RejectedExecutionException("the desk stops");
        }
        if (!idle.offer(work)) {
            Thread thread = new Thread(() -> workFrom(work), "plugin calls");
            thread.setDaemon(true);
            thread.setContextClassLoader(CallThreads.class.getClassLoader());
            threads.add(thread);
            thread.start();
        }
    }

    private void workFrom(Runnable first) {
        try {
            for (Runnable work = first; work != null; work = next()) {
                work.run();
            }
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    private @Nullable Runnable next() {
        if (stopped || Thread.currentThread().getPriority() != Thread.NORM_PRIORITY) {
            return null;
        }
        try {
            return idle.poll(KEPT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            return null;
        }
    }

    /** Interrupts all; nothing is done from now on. */
    void stop() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}
