package io.switchboard.core.store.verification;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What requesters were asked, in SQL. */
@Component(service = VerificationStore.class)
public final class SqlVerificationStore implements VerificationStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlVerificationStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void add(VerificationRow row) {
        mapper().add(row);
    }

    @Override
    public boolean asked(TicketId ticket, int reopenings, String kind) {
        return mapper().find(ticket, reopenings, kind).isPresent();
    }

    @Override
    public Optional<VerificationRow> byToken(String tokenHash) {
        return mapper().byToken(tokenHash);
    }

    @Override
    public void voidTokens(TicketId ticket) {
        mapper().voidTokens(ticket);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private VerificationMapper mapper() {
        return mappers.of(VerificationMapper.class);
    }
}
