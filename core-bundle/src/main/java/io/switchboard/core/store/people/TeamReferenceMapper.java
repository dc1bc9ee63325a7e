package io.switchboard.core.store.people;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket.TeamReference;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements that read teams for tickets. */
public interface TeamReferenceMapper {
    List<TeamReference> references(@Param("ids") Collection<TeamId> ids);
}
