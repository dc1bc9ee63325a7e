package io.switchboard.core.store.history;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code history}. */
public interface HistoryMapper {
    void insert(HistoryRow row);

    void insertText(HistoryText text);

    List<HistoryRow> ofTicket(@Param("ticket") TicketId ticket, @Param("after") long after, @Param("limit") int limit);

    List<HistoryRow> ofTickets(@Param("tickets") Collection<TicketId> tickets, @Param("limit") int limit);

    List<HistoryRow> latest(@Param("ticket") TicketId ticket, @Param("before") long before, @Param("limit") int limit);

    List<HistoryRow> story(
            @Param("tickets") Collection<TicketId> tickets,
            @Param("types") Collection<String> types,
            @Param("after") @Nullable EventId after,
            @Param("limit") int limit);

    List<HistoryRow> withIds(@Param("ids") Collection<EventId> ids);

    List<HistoryRow> from(@Param("from") EventId from, @Param("limit") int limit);

    List<HistoryText> texts(@Param("ids") Collection<EventId> ids);

    List<TicketId> tickets(@Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<EventId> worded(@Param("after") @Nullable EventId after, @Param("limit") int limit);

    void deleteTexts(TicketId ticket);

    void deleteText(@Param("event") EventId event, @Param("field") String field);

    void deleteBefore(@Param("ticket") TicketId ticket, @Param("last") long last);
}
