package io.switchboard.core.people.directory;

import io.switchboard.api.people.TeamId;

/** Says whether a part of the desk depends on a team, which then cannot be removed. Register it as a service. */
public interface TeamUse {
    /** Returns whether the team is needed; asked in the transaction that has locked and would remove it. */
    boolean needs(TeamId team);
}
