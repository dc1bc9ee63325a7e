package io.switchboard.core.store.work;

import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code ticket_task}. */
public interface TaskMapper {
    void insert(TaskRow row);

    int update(@Param("row") TaskRow row, @Param("expected") long expected);

    int delete(@Param("id") UUID id, @Param("expected") long expected);

    Optional<TaskRow> find(UUID id);

    List<TaskRow> of(@Param("tickets") Collection<TicketId> tickets);

    int open(@Param("tickets") Collection<TicketId> tickets);

    void rewrite(@Param("id") UUID id, @Param("title") String title);

    void rewriteAll(@Param("ticket") TicketId ticket, @Param("title") String title);

    void purge(TicketId ticket);
}
