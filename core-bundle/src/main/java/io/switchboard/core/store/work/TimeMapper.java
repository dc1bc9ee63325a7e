package io.switchboard.core.store.work;

import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code ticket_time}. */
public interface TimeMapper {
    void insert(TimeRow row);

    int update(@Param("row") TimeRow row, @Param("expected") long expected);

    int delete(@Param("id") UUID id, @Param("expected") long expected);

    Optional<TimeRow> find(UUID id);

    List<TimeRow> of(@Param("tickets") Collection<TicketId> tickets);

    long minutes(@Param("tickets") Collection<TicketId> tickets);

    void rewrite(@Param("id") UUID id, @Param("note") @Nullable String note);

    void forgetNotes(TicketId ticket);

    void purge(TicketId ticket);
}
