package io.switchboard.core.store.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface TriageMapper {
    List<AgentLoad> loads();

    int lock(AgentLoad seen);

    int less(PersonId agent);

    int more(@Param("agent") PersonId agent, @Param("at") Instant at);

    void insertLoad(AgentLoad load);

    int updateExplanation(@Param("ticket") TicketId ticket, @Param("content") String content, @Param("at") Instant at);

    void insertExplanation(@Param("ticket") TicketId ticket, @Param("content") String content, @Param("at") Instant at);

    Optional<String> explanation(TicketId ticket);

    List<ExplanationStore.Kept> explanations(@Param("after") @Nullable TicketId after, @Param("limit") int limit);

    void rewriteExplanation(@Param("ticket") TicketId ticket, @Param("content") String content);

    void deleteExplanation(TicketId ticket);
}
