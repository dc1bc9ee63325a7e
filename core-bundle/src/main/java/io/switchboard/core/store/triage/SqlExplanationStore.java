package io.switchboard.core.store.triage;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explanations in a table. */
@Component(service = ExplanationStore.class)
public final class SqlExplanationStore implements ExplanationStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlExplanationStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private TriageMapper mapper() {
        return mappers.of(TriageMapper.class);
    }

    @Override
    public void put(TicketId ticket, String content, Instant at) {
        if (mapper().updateExplanation(ticket, content, at) == 0) {
            mapper().insertExplanation(ticket, content, at);
        }
    }

    @Override
    public Optional<String> find(TicketId ticket) {
        return mapper().explanation(ticket);
    }

    @Override
    public List<Kept> page(@Nullable TicketId after, int limit) {
        return mapper().explanations(after, limit);
    }

    @Override
    public void rewrite(TicketId ticket, String content) {
        mapper().rewriteExplanation(ticket, content);
    }

    @Override
    public void remove(TicketId ticket) {
        mapper().deleteExplanation(ticket);
    }
}
