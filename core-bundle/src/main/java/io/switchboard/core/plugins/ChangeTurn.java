package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.PluginRevision.Overtaken;
import io.switchboard.core.store.Transactions;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Has changes of what is installed come one after the other: on this node by a lock, among nodes by the count of changes. It
 * remembers up to which change the framework of this node has come.
 */
final class ChangeTurn {
    private static final int TRIES = 10;
    private static final long NOTHING = -1;

    private final Transactions transactions;
    private final PluginRevision revision;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long followed = NOTHING;

    ChangeTurn(Transactions transactions, PluginRevision revision) {
        this.transactions = transactions;
        this.revision = revision;
    }

    /** Returns the number of the last change on any node. */
    long latest() {
        return revision.read();
    }

    /** Returns whether there were changes that the framework of this node has not taken over. */
    boolean isBehind() {
        return revision.read() != followed;
    }

    /** Remembers that the framework has come up to a change. */
    void followed(long number) {
        followed = number;
    }

    /** Forgets how far the framework has come, so that it is brought to what the database says. */
    void forget() {
        followed = NOTHING;
    }

    /** Does something in turn, and anew if another node was faster. */
    <T> T take(Supplier<T> change) {
        turn.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return change.get();
                } catch (Overtaken overtaken) {
                    if (attempt == TRIES) {
                        throw new SwitchboardException(
                                ErrorCode.IN_USE, "Other nodes change the plugins all the time; try again", overtaken);
                    }
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Makes a change on what there is now. If it breaks off, the framework is brought to what the database says. */
    <T> T alone(Runnable takeOver, Supplier<T> change) {
        return take(() -> {
            if (isBehind()) {
                takeOver.run();
            }
            try {
                return change.get();
            } catch (RuntimeException failure) {
                if (!(failure instanceof SwitchboardException refusal && refusal.code() == ErrorCode.PLUGIN_REFUSED)) {
                    forget();
                }
                throw failure;
            }
        });
    }

    /** Writes down a change that the framework has made already. */
    void record(LongConsumer change) {
        followed = count(followed, change);
    }

    /**
     * Writes down a change, with its number.
     *
     * @return the number
     * @throws Overtaken if there was another since {@code seen}
     */
    long count(long seen, LongConsumer change) {
        return transactions.write(() -> {
            long counted = revision.advance(seen);
            change.accept(counted);
            return counted;
        });
    }
}
