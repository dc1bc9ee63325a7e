package io.switchboard.core.store;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in transactions. A transaction belongs to the thread that runs it; work that is started inside another
 * joins it. Isolation is READ COMMITTED on every engine.
 *
 * <p>Nobody returns from {@link #write} or {@link #read} before everything that the work wrote or saw is durable, so
 * whatever follows may depend on it: an answer, an event, a call to the outside.
 *
 * <p>Work may be run again, so it must have no effect outside the database: no mail, no HTTP, no call to a plugin, no
 * change of an object that outlives it. All methods throw {@link io.switchboard.api.error.SwitchboardException} with
 * {@code storage-unavailable} when the database does not answer, and with {@code read-only} when it takes no changes.
 */
public interface Transactions {
    /**
     * Runs work in a read-write transaction. It commits when the work returns and is rolled back when the work throws.
     * After a serialization failure, a deadlock or a connection lost before the commit the work is run again, five
     * times at most. When the outcome of the commit cannot be known, {@code storage-unavailable} is thrown.
     *
     * <p>Inside another transaction the work joins it; if it throws there, the whole transaction can only be rolled
     * back, even if somebody catches the exception.
     *
     * @throws IllegalStateException inside a {@link #read}
     */
    <T extends @Nullable Object> T write(Supplier<T> work);

    /**
     * Like {@link #write(Supplier)}, for work that can tell afterwards whether it took effect.
     *
     * @param committed is asked, in a transaction of its own on a fresh connection, when the outcome of a commit is
     *     not known: true means that the work took effect and must not run again. Inside another transaction it is
     *     not used.
     */
    <T extends @Nullable Object> T write(Supplier<T> work, BooleanSupplier committed);

    /** Runs work in a read-only transaction, or in the transaction that the thread has already. */
    <T extends @Nullable Object> T read(Supplier<T> work);

    /**
     * Runs an action once, after the transaction of this thread has committed and is durable, on the same thread and
     * outside of any transaction. It never runs after a rollback. An exception of the action is logged and does not
     * reach the caller, whose work stands.
     *
     * @throws IllegalStateException if the thread has no read-write transaction
     */
    void afterCommit(Runnable action);

    /**
     * Has work run at the end of the next read-write transaction of this thread, inside it and each time it is run, so
     * that both stand or fall together. It accompanies one committed transaction; without one it never runs.
     *
     * @param work gets what was {@link #made} in the transaction, in order
     * @return ends the accompaniment when closed, whether it has run or not
     */
    Accompaniment accompany(Consumer<List<Object>> work);

    /**
     * Tells the work that accompanies the transaction of this thread what is made in it.
     *
     * @param id the id of the new thing, of the type that its kind of things has
     * @throws IllegalStateException if the thread has no transaction
     */
    void made(Object id);

    /** Work that goes with a transaction of this thread. */
    interface Accompaniment extends AutoCloseable {
        @Override
        void close();
    }

    /** Tells whether this thread is inside a transaction. */
    boolean active();
}
