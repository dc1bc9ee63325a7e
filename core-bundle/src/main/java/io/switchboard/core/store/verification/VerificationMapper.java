package io.switchboard.core.store.verification;

import io.switchboard.api.ticket.TicketId;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code verification}. */
public interface VerificationMapper {
    void add(VerificationRow row);

    Optional<VerificationRow> find(
            @Param("ticket") TicketId ticket, @Param("reopenings") int reopenings, @Param("kind") String kind);

    Optional<VerificationRow> byToken(String tokenHash);

    void voidTokens(TicketId ticket);

    void purge(TicketId ticket);
}
