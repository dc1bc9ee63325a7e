package io.switchboard.core.store.escalation;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code ticket_escalation}. */
public interface EscalationMapper {
    void insert(EscalationRow row);

    int answer(EscalationRow row);

    Optional<EscalationRow> find(UUID id);

    List<EscalationRow> of(@Param("tickets") Collection<TicketId> tickets);

    List<ChangedTicket> changed(
            @Param("bucket") String bucket,
            @Param("since") Instant since,
            @Param("after") @Nullable ChangedTicket after,
            @Param("limit") int limit);

    long tickets(@Param("from") Instant from, @Param("to") Instant to);

    void rewrite(
            @Param("id") UUID id, @Param("explanation") String explanation, @Param("answer") @Nullable String answer);

    void rewriteAll(@Param("ticket") TicketId ticket, @Param("words") String words);

    void purge(TicketId ticket);
}
