package io.switchboard.core.audit;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.audit.AuditQuery;
import io.switchboard.core.store.audit.AuditRow;
import io.switchboard.core.store.audit.AuditStore;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the audit log, for those with the right {@code audit.read}. */
@Component(service = ReadAudit.class)
public final class ReadAudit {
    private final Transactions transactions;
    private final AuditStore store;

    /** Makes the use case. */
    @Activate
    public ReadAudit(@Reference Transactions transactions, @Reference AuditStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Returns entries, newest first. */
    public List<AuditRow> list(Caller caller, AuditQuery query) {
        AccessPolicy.require(caller, Right.AUDIT_READ);
        return transactions.read(() -> store.list(query));
    }
}
