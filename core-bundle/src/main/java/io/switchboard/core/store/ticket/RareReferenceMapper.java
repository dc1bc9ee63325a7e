package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Rows of external_number, merged_ticket and next_update. */
interface RareReferenceMapper {
    void insertExternal(@Param("ticket") TicketId ticket, @Param("external") ExternalReference external);

    void deleteExternal(TicketId ticket);

    Optional<TicketId> byExternalNumber(String number);

    Optional<TicketId> byExternal(@Param("system") String system, @Param("number") String number);

    void insertMerged(@Param("ticket") TicketId ticket, @Param("survivor") TicketId survivor);

    void deleteMerged(TicketId ticket);

    void insertNextUpdate(@Param("ticket") TicketId ticket, @Param("due") Instant due);

    void deleteNextUpdate(TicketId ticket);

    List<TicketId> mergedInto(TicketId survivor);

    List<TicketId> survivors(@Param("ids") Collection<TicketId> ids);
}
