package io.switchboard.core.store.draft;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts in SQL. */
@Component(service = DraftStore.class)
public final class SqlDraftStore implements DraftStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlDraftStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(DraftRow row) {
        mapper().insert(row);
    }

    @Override
    public boolean update(DraftRow row, long expectedVersion) {
        return mapper().update(row, expectedVersion) == 1;
    }

    @Override
    public boolean delete(PersonId person, TicketId ticket, MessageKind kind) {
        return mapper().delete(person, ticket, kind) == 1;
    }

    @Override
    public Optional<DraftRow> find(PersonId person, TicketId ticket, MessageKind kind) {
        return mapper().find(person, ticket, kind);
    }

    @Override
    public List<DraftRow> of(PersonId person, int limit) {
        return mapper().of(person, limit);
    }

    @Override
    public List<DraftRow> at(TicketId ticket) {
        return mapper().at(ticket);
    }

    @Override
    public int count(PersonId person, int limit) {
        return mapper().count(person, limit);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private DraftMapper mapper() {
        return mappers.of(DraftMapper.class);
    }
}
