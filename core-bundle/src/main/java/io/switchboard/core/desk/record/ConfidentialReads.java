package io.switchboard.core.desk.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records who looked at confidential tickets: each person and ticket once in an hour, so that reading costs a write only
 * then. Who asked for help is not recorded at their own ticket.
 */
@Component(service = ConfidentialReads.class)
public final class ConfidentialReads {
    private final AuditLog audit;
    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(50_000)
            .build();

    /** Makes it. */
    @Activate
    public ConfidentialReads(@Reference AuditLog audit) {
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
        String key = person + " " + ticket.id();
        if (recorded.getIfPresent(key) == null) {
            audit.record(caller, AuditKind.TICKET_CONFIDENTIAL_READ, "ticket:" + ticket.id());
            recorded.put(key, true);
        }
    }
}
