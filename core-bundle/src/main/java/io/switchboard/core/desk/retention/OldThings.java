package io.switchboard.core.desk.retention;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.core.desk.retention.RetentionRules.Action;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.audit.AuditQuery;
import io.switchboard.core.store.audit.AuditStore;
import io.switchboard.core.store.retention.OldTicket;
import io.switchboard.core.store.retention.RetentionStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what was kept long enough: for a run, which takes it, and for a preview, which counts it. */
@Component(service = OldThings.class)
public final class OldThings {
    /** How many persons are looked at together. */
    static final int PERSONS = 500;

    private final Transactions transactions;
    private final RetentionStore store;
    private final AuditStore audit;

    /** Makes it. */
    @Activate
    public OldThings(
            @Reference Transactions transactions, @Reference RetentionStore store, @Reference AuditStore audit) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
    }

    /** Persons that were looked at: those who go, and the last one of all, or null at the end. */
    record Looked(List<PersonId> unused, @Nullable PersonId last) {}

    List<OldTicket> tickets(Subject subject, Action action, Instant before, @Nullable OldTicket after, int limit) {
        return transactions.read(() -> switch (subject) {
            case TICKETS -> store.ended(before, action == Action.EMPTY, after, limit);
            case SPAM -> store.aside(Disposition.SPAM, before, after, limit);
            case TRASH -> store.aside(Disposition.TRASH, before, after, limit);
            case CUSTOMERS, DELIVERIES, AUDIT -> throw new IllegalArgumentException(subject + " are no tickets");
        });
    }

    Looked customers(Instant before, @Nullable PersonId after) {
        return transactions.read(() -> {
            List<PersonId> looked = store.persons(after, PERSONS);
            List<PersonId> unused = store.unused(looked, before).stream()
                    .filter(person -> !cameIn(person, before))
                    .toList();
            return new Looked(unused, looked.size() < PERSONS ? null : looked.get(PERSONS - 1));
        });
    }

    /** Sessions that ended are told by the audit log alone. */
    private boolean cameIn(PersonId person, Instant before) {
        return !audit.list(new AuditQuery("person:" + person, null, null, before, null, null, 1))
                .isEmpty();
    }

    int count(Subject subject, Instant before, int limit) {
        return transactions.read(
                () -> subject == Subject.AUDIT ? audit.countBefore(before, limit) : store.countSent(before, limit));
    }

    /** Removes rows, so many at most, in the thread's transaction. */
    int remove(Subject subject, Instant before, int limit) {
        return subject == Subject.AUDIT ? audit.removeBefore(before, limit) : store.removeSent(before, limit);
    }
}
