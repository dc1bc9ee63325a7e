package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code team} and {@code team_member}. */
interface TeamMapper {
    void insert(TeamRow row);

    int update(@Param("row") TeamRow row, @Param("expected") long expected);

    int lock(TeamId id);

    void delete(TeamId id);

    void deleteMembers(TeamId id);

    Optional<TeamRow> find(TeamId id);

    List<TeamRow> list(
            @Param("from") @Nullable String from,
            @Param("to") @Nullable String to,
            @Param("after") @Nullable NamePosition after,
            @Param("limit") int limit);

    int below(TeamId id);

    int queued(TeamId id);

    int count(@Param("ids") Collection<TeamId> ids);

    List<MemberRow> memberships(@Param("persons") Collection<PersonId> persons);

    void leaveAll(PersonId person);

    void join(@Param("person") PersonId person, @Param("team") TeamId team);

    List<PersonId> members(TeamId id);

    /** Who belongs to which team. */
    record MemberRow(PersonId person, TeamId team) {}
}
