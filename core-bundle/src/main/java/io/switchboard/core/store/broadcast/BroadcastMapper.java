package io.switchboard.core.store.broadcast;

import io.switchboard.api.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code broadcast} and {@code broadcast_report}. */
public interface BroadcastMapper {
    void insert(BroadcastRow row);

    int addReports(@Param("broadcast") UUID broadcast, @Param("incident") TicketId incident);

    Optional<BroadcastRow> find(UUID id);

    List<BroadcastRow> of(TicketId incident);

    List<TicketId> pending(
            @Param("broadcast") UUID broadcast, @Param("after") @Nullable TicketId after, @Param("limit") int limit);

    int settle(ReportRow row);

    List<ReportRow> reports(UUID broadcast);

    void purgeReports(TicketId ticket);

    void purge(TicketId ticket);
}
