package io.switchboard.core.store.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface StaffMapper {
    List<AgentRow> agents();

    List<MembershipRow> memberships();

    List<StaffStore.HandledTicket> handled(PersonId requester);

    /** Who works in a team, with the columns that hold JSON as text. */
    record AgentRow(
            PersonId id,
            String name,
            @Nullable String email,
            boolean active,
            boolean senior,
            @Nullable String zone,
            String skills,
            String certificates,
            String languages,
            String workingHours) {}

    /** Who belongs to which team. */
    record MembershipRow(PersonId person, TeamId team) {}
}
