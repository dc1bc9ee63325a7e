package io.switchboard.core.desk.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.store.Transactions;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records who looked at confidential tickets, in the history of the ticket and in the audit log: each person and ticket once
 * in an hour on a node, so that reading costs a write only then. Who asked for help is not recorded at their own ticket.
 */
@Component(service = ConfidentialReads.class)
public final class ConfidentialReads {
    private final TicketChanges changes;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(50_000)
            .build();

    /** Makes it. */
    @Activate
    public ConfidentialReads(
            @Reference TicketChanges changes, @Reference Transactions transactions, @Reference AuditLog audit) {
        this.changes = changes;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Takes note that the caller is about to be shown a ticket; does nothing unless it is confidential. */
    public void note(Caller caller, Ticket ticket) {
        PersonId person = caller.person();
        if (!ticket.confidential()
                || person == null
                || !caller.staff()
                || ticket.requester().id().equals(person)) {
            return;
        }
        // Requests that come together wait for one another here; if it cannot be recorded, nothing is shown.
        recorded.asMap().computeIfAbsent(person + " " + ticket.id(), key -> {
            record(caller, ticket);
            return true;
        });
    }

    private void record(Caller caller, Ticket ticket) {
        transactions.write(() -> {
            audit.record(caller, AuditKind.TICKET_CONFIDENTIAL_READ, "ticket:" + ticket.id());
            return changes.change(caller, ticket.id(), Precondition.any(), edit -> {
                edit.looked();
                return ticket;
            });
        });
    }
}
