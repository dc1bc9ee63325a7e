package io.switchboard.core.access;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a caller may see, as data: the store and search turn it into a condition, so that nothing hidden is ever
 * read, counted or suggested. A condition that is null, false or empty here admits nothing. A ticket is visible if
 *
 * <pre>
 *   (discarded or disposition in (none, merged))
 *   and (   id = link
 *        or requester = person or submitter = person
 *        or triage = pending and untriaged
 *        or triage &lt;&gt; pending
 *           and (   person is a participant
 *                or assignee = assignee
 *                or confidential
 *                   and (allConfidential or team in confidentialTeams
 *                        or untriaged and team is null and assignee is null)
 *                or not confidential
 *                   and (allOthers or team in teams or team is null and withoutTeam or organization = organization)))
 * </pre>
 *
 * @param discarded whether spam and trash are seen
 * @param link the one ticket that is seen by its private link
 * @param person whose own tickets are seen, and those in which they take part
 * @param assignee the agent whose assigned tickets are seen
 * @param untriaged whether tickets are seen before triage has spoken, and confidential ones that belong to nobody
 * @param allConfidential whether every confidential ticket is seen
 * @param confidentialTeams the teams whose confidential tickets are seen
 * @param allOthers whether every ticket that is not confidential is seen
 * @param teams the teams whose other tickets are seen
 * @param withoutTeam whether other tickets without a team are seen
 * @param organization the organization whose other tickets are seen
 * @param notes whether internal notes, and what is found in them, may be shown
 */
public record VisibilityScope(
        boolean discarded,
        @Nullable TicketId link,
        @Nullable PersonId person,
        @Nullable PersonId assignee,
        boolean untriaged,
        boolean allConfidential,
        Set<TeamId> confidentialTeams,
        boolean allOthers,
        Set<TeamId> teams,
        boolean withoutTeam,
        @Nullable OrganizationId organization,
        boolean notes) {
    /** Keeps copies. */
    public VisibilityScope {
        confidentialTeams = Set.copyOf(confidentialTeams);
        teams = Set.copyOf(teams);
    }

    /** Returns whether nothing at all can be visible, so that nobody needs to be asked. */
    public boolean admitsNothing() {
        return link == null
                && person == null
                && assignee == null
                && !untriaged
                && !allConfidential
                && confidentialTeams.isEmpty()
                && !allOthers
                && teams.isEmpty()
                && !withoutTeam
                && organization == null;
    }
}
