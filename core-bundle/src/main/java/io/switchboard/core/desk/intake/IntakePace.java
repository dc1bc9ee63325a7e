package io.switchboard.core.desk.intake;

import io.switchboard.core.store.Transactions;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has intake and triage share the machine. As long as triage keeps up nobody waits. While it is behind, this node opens
 * one ticket at a time, so that many who open do not crowd out the one who makes their tickets visible. Nothing is
 * refused, and none waits longer than those before it take.
 */
@Component(service = IntakePace.class)
public final class IntakePace {
    private static final long BEHIND_NANOS = Duration.ofSeconds(1).toNanos();

    private final Transactions transactions;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile long behindUntil = System.nanoTime();

    /** Makes it. */
    @Activate
    public IntakePace(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes note of whether triage has more to do than it can take at once. It is forgotten after a second. */
    public void triageIsBehind(boolean behind) {
        behindUntil = behind ? System.nanoTime() + BEHIND_NANOS : System.nanoTime();
    }

    /**
     * Does work of intake when it is its turn. Work inside a transaction goes on at once: it may hold what the one whose
     * turn it is waits for.
     */
    <T> T keep(Supplier<T> work) {
        if (System.nanoTime() - behindUntil >= 0 || transactions.active()) {
            return work.get();
        }
        turn.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
