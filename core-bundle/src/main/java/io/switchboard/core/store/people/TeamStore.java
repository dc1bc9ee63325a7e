package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps teams and who belongs to them. Each method works in the thread's transaction. */
public interface TeamStore {
    /** Adds a team; its name must be new. */
    void insert(TeamRow team);

    /** Changes a team that still has the expected version; false if it has not. */
    boolean update(TeamRow team, long expectedVersion);

    /** Keeps others from changing or removing a team until the transaction ends; false if there is none. */
    boolean lock(TeamId id);

    /** Removes a team and its memberships. */
    void delete(TeamId id);

    /** Returns a team, or nothing. */
    Optional<TeamRow> find(TeamId id);

    /** Returns teams in the order of their names, after a position if there is one. */
    List<TeamRow> list(@Nullable String prefix, @Nullable NamePosition after, int limit);

    /** Returns whether another team is below this one, or a ticket stands in its queue. */
    boolean inUse(TeamId id);

    /** Returns how many of these teams there are. */
    int count(Collection<TeamId> ids);

    /** Returns the teams of each of these persons; who has none is left out. */
    Map<PersonId, Set<TeamId>> teamsOf(Collection<PersonId> persons);

    /** Puts a person into these teams and no others. */
    void join(PersonId person, Set<TeamId> teams);

    /** Returns the members of a team in the order of their ids; at most 1,000. */
    List<PersonId> members(TeamId id);
}
