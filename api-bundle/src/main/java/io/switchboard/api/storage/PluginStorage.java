package io.switchboard.api.storage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The storage of one plugin; each bundle that references the service gets its own. A component that uses it carries
 * {@code @SatisfyingConditionTarget("(osgi.condition.id=switchboard.storage.<Bundle-SymbolicName>)")} if the bundle has
 * {@link Migrations}, so that it starts when its tables are there.
 *
 * <p>The names of its tables begin with {@link #tablePrefix()}; in mappers and migrations {@code ${prefix}} stands for
 * it, and a statement that names any other table is refused. SQL has to be portable between HSQLDB and PostgreSQL, or
 * come in variants by {@code databaseId}, which is {@code hsqldb} or {@code postgresql}.
 *
 * <p>All methods may be called by any thread. They throw {@link io.switchboard.api.error.SwitchboardException} with
 * {@code storage-unavailable} when the database does not answer, and with {@code read-only} when it takes no changes.
 */
@ProviderType
public interface PluginStorage {
    /**
     * Runs work in a read-write transaction of this thread, or in the one that it has already. When the work throws, all
     * of the transaction is rolled back. It may be run again when it had to give way to another, so it must have no
     * effect outside the database. When this method returns, what was written is durable.
     */
    <T extends @Nullable Object> T write(Supplier<T> work);

    /** Runs work in a read-only transaction of this thread, or in the one that it has already. */
    <T extends @Nullable Object> T read(Supplier<T> work);

    /**
     * Returns a mapper for the transaction of this thread, not to be kept beyond it.
     *
     * @param mapper an interface with MyBatis annotations, or with an XML file of its name beside it; in a package that
     *     the bundle does not export
     * @throws IllegalStateException if the thread has no transaction
     * @throws IllegalArgumentException if a statement of the mapper names a table that is not the plugin's
     */
    <M> M mapper(Class<M> mapper);

    /**
     * Runs an action once, after the transaction of this thread has committed; never after a rollback.
     *
     * @throws IllegalStateException if the thread has no read-write transaction
     */
    void afterCommit(Runnable action);

    /** Returns what the names of the plugin's tables begin with: {@code x_}, eight hexadecimal digits, {@code _}. */
    String tablePrefix();
}
