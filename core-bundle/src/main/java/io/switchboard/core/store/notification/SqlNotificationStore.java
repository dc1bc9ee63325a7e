package io.switchboard.core.store.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notifications in SQL. */
@Component(service = NotificationStore.class)
public final class SqlNotificationStore implements NotificationStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlNotificationStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(NotificationRow row) {
        mapper().insert(row);
    }

    @Override
    public boolean has(PersonId person, TicketId ticket, String kind, Instant madeAt) {
        return mapper().has(person, ticket, kind, madeAt) > 0;
    }

    @Override
    public List<NotificationRow> of(PersonId person, boolean unread, @Nullable UUID before, int limit) {
        return mapper().of(person, unread, before, limit);
    }

    @Override
    public Optional<UUID> latest() {
        return mapper().latest();
    }

    @Override
    public List<NotificationRow> after(UUID id, int limit) {
        return mapper().after(id, limit);
    }

    @Override
    public int read(PersonId person, Collection<UUID> ids, Instant at) {
        return ids.isEmpty() ? 0 : mapper().read(person, ids, at);
    }

    @Override
    public int readAll(PersonId person, Instant at) {
        return mapper().readAll(person, at);
    }

    @Override
    public void keepLatest(PersonId person, int number) {
        mapper().at(person, number).ifPresent(last -> mapper().removeFrom(person, last));
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private NotificationMapper mapper() {
        return mappers.of(NotificationMapper.class);
    }
}
