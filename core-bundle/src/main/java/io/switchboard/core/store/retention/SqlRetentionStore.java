package io.switchboard.core.store.retention;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was kept long enough, in SQL. */
@Component(service = RetentionStore.class)
public final class SqlRetentionStore implements RetentionStore {
    private final MapperSource mappers;

    /** Makes it. */
    @Activate
    public SqlRetentionStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public List<OldTicket> ended(Instant before, boolean worded, @Nullable OldTicket after, int limit) {
        return mapper().ended(before, worded, after, limit);
    }

    @Override
    public List<OldTicket> aside(Disposition disposition, Instant before, @Nullable OldTicket after, int limit) {
        return mapper().aside(disposition, before, after, limit);
    }

    @Override
    public void emptied(TicketId ticket, Instant at) {
        mapper().emptied(ticket, at);
    }

    @Override
    public List<PersonId> persons(@Nullable PersonId after, int limit) {
        return mapper().persons(after, limit);
    }

    @Override
    public List<PersonId> unused(Collection<PersonId> persons, Instant before) {
        return persons.isEmpty() ? List.of() : mapper().unused(InList.of(persons, PersonId::new), before);
    }

    @Override
    public int countSent(Instant before, int limit) {
        return mapper().sent(before, limit).size();
    }

    @Override
    public int removeSent(Instant before, int limit) {
        List<UUID> old = mapper().sent(before, limit);
        return old.isEmpty() ? 0 : mapper().deleteSent(old);
    }

    private RetentionMapper mapper() {
        return mappers.of(RetentionMapper.class);
    }
}
