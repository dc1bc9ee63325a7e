package io.switchboard.core.store.escalation;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.ticket.Bucket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Escalations in SQL. */
@Component(service = EscalationStore.class)
public final class SqlEscalationStore implements EscalationStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlEscalationStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(EscalationRow row) {
        mapper().insert(row);
    }

    @Override
    public boolean answer(EscalationRow row) {
        return mapper().answer(row) == 1;
    }

    @Override
    public Optional<EscalationRow> find(UUID id) {
        return mapper().find(id);
    }

    @Override
    public List<EscalationRow> of(Collection<TicketId> tickets) {
        return mapper().of(InList.of(tickets, TicketId::new));
    }

    @Override
    public List<ChangedTicket> changed(Bucket bucket, Instant since, @Nullable ChangedTicket after, int limit) {
        return mapper().changed(bucket.id(), after == null ? since : after.updatedAt(), after, limit);
    }

    @Override
    public long tickets(Instant from, Instant to) {
        return mapper().tickets(from, to);
    }

    @Override
    public void rewrite(UUID id, String explanation, @Nullable String answer) {
        mapper().rewrite(id, explanation, answer);
    }

    @Override
    public void rewriteAll(TicketId ticket, String words) {
        mapper().rewriteAll(ticket, words);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private EscalationMapper mapper() {
        return mappers.of(EscalationMapper.class);
    }
}
