package io.switchboard.core.plugins;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A plugin's activator for tests, loaded from its archive: has a thread that waits in its code, and a pool with one that has
 * nothing to do. If its header {@code Leaves} is there, the pool stays when it stops; with {@code Ends} it ends the process.
 */
public final class MakesThreads implements BundleActivator {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newSingleThreadExecutor(work -> thread(work, "its pool"));

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start(BundleContext context) throws Exception {
        if (context.getBundle().getHeaders().get("Ends") != null) {
            System.exit(1);
        }
        thread(this::rest, "its thread").start();
        pool.submit(() -> {}).get();
    }

    private void rest() {
        try {
            stopped.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(BundleContext context) {
        stopped.countDown();
        if (context.getBundle().getHeaders().get("Leaves") == null) {
            pool.shutdownNow();
        }
    }
}
