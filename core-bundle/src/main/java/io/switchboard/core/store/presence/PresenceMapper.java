package io.switchboard.core.store.presence;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code ticket_presence}. */
public interface PresenceMapper {
    int update(PresenceRow row);

    void insert(PresenceRow row);

    List<PresenceRow> at(@Param("ticket") TicketId ticket, @Param("after") Instant after);

    List<PresenceRow> since(Instant after);

    void forgetBefore(Instant before);

    void purge(TicketId ticket);
}
