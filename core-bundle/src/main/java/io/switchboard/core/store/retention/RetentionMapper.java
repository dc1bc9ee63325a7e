package io.switchboard.core.store.retention;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on what was kept long enough. */
public interface RetentionMapper {
    List<OldTicket> ended(
            @Param("before") Instant before,
            @Param("worded") boolean worded,
            @Param("after") @Nullable OldTicket after,
            @Param("limit") int limit);

    List<OldTicket> aside(
            @Param("disposition") Disposition disposition,
            @Param("before") Instant before,
            @Param("after") @Nullable OldTicket after,
            @Param("limit") int limit);

    void emptied(@Param("ticket") TicketId ticket, @Param("at") Instant at);

    List<PersonId> persons(@Param("after") @Nullable PersonId after, @Param("limit") int limit);

    List<PersonId> unused(@Param("persons") Collection<PersonId> persons, @Param("before") Instant before);

    List<UUID> sent(@Param("before") Instant before, @Param("limit") int limit);

    int deleteSent(@Param("ids") Collection<UUID> ids);
}
