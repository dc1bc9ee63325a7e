package io.switchboard.core.store.timer;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

interface TimerMapper {
    int update(TimerRow timer);

    void insert(TimerRow timer);

    void delete(@Param("kind") String kind, @Param("subject") String subject);

    void rung(TimerRow timer);

    void postpone(TimerRow timer);

    void recall(String kind);

    void deleteOf(TicketId ticket);

    List<TimerRow> due(@Param("now") Instant now, @Param("limit") int limit);
}
