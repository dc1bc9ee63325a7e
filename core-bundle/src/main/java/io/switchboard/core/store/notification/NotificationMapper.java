package io.switchboard.core.store.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code notification}. */
public interface NotificationMapper {
    void insert(NotificationRow row);

    int has(
            @Param("person") PersonId person,
            @Param("ticket") TicketId ticket,
            @Param("kind") String kind,
            @Param("madeAt") Instant madeAt);

    List<NotificationRow> of(
            @Param("person") PersonId person,
            @Param("unread") boolean unread,
            @Param("before") @Nullable UUID before,
            @Param("limit") int limit);

    Optional<UUID> latest();

    List<NotificationRow> after(@Param("id") UUID id, @Param("limit") int limit);

    int read(@Param("person") PersonId person, @Param("ids") Collection<UUID> ids, @Param("at") Instant at);

    int readAll(@Param("person") PersonId person, @Param("at") Instant at);

    Optional<UUID> at(@Param("person") PersonId person, @Param("skip") int skip);

    void removeFrom(@Param("person") PersonId person, @Param("last") UUID last);

    void purge(TicketId ticket);
}
