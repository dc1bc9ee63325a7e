package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.people.KnownCallers;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs changes of people, after which what was known of callers is forgotten, so that they hold at once. */
@Component(service = PeopleChanges.class)
public final class PeopleChanges {
    private final Transactions transactions;
    private final KnownCallers known;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public PeopleChanges(
            @Reference Transactions transactions, @Reference KnownCallers known, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.known = known;
        this.audit = audit;
    }

    /**
     * Runs a change in a transaction.
     *
     * @param taken says what there is already if a unique name or address is taken
     * @throws SwitchboardException with {@code already-exists}
     */
    public <T> T run(String taken, Supplier<T> work) {
        try {
            return transactions.write(() -> {
                transactions.afterCommit(known::forget);
                return work.get();
            });
        } catch (DuplicateKeyException exists) {
            throw new SwitchboardException(ErrorCode.ALREADY_EXISTS, taken, exists);
        }
    }

    /** Tells that the transaction makes a thing of this id. */
    <T> T made(T id) {
        transactions.made(id);
        return id;
    }

    /** Records a change, in its transaction: who made what of what. */
    void note(Caller caller, AuditKind kind, String object, @Nullable Object before, @Nullable Object after) {
        audit.record(caller, kind, object, before, after);
    }

    /** Demands that a row was changed. */
    static void changed(boolean changed) {
        if (!changed) {
            throw stale();
        }
    }

    static SwitchboardException stale() {
        return new SwitchboardException(
                ErrorCode.STALE_VERSION, "This was changed in the meantime; read it again, then repeat your change");
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
