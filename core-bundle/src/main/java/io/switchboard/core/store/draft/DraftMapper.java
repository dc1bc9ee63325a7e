package io.switchboard.core.store.draft;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code ticket_draft}. */
public interface DraftMapper {
    void insert(DraftRow row);

    int update(@Param("row") DraftRow row, @Param("expected") long expected);

    int delete(@Param("person") PersonId person, @Param("ticket") TicketId ticket, @Param("kind") MessageKind kind);

    Optional<DraftRow> find(
            @Param("person") PersonId person, @Param("ticket") TicketId ticket, @Param("kind") MessageKind kind);

    List<DraftRow> of(@Param("person") PersonId person, @Param("limit") int limit);

    List<DraftRow> at(TicketId ticket);

    int count(@Param("person") PersonId person, @Param("limit") int limit);

    void purge(TicketId ticket);
}
