package io.switchboard.api.search;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may see, as a rule that an index can apply. A document is in scope if its {@code people} contain the
 * person; or its organization is {@code organization} and it is not confidential; or it is confidential and either
 * {@code confidential} holds or its team is one of {@code memberOf}; or it is not confidential and {@code all} holds, or
 * {@code agent} holds and its team is one of {@code teams} or it has none. Documents that are spam or trash are in scope
 * of agents only, and only if the query asks for that disposition.
 *
 * @param person who, or null for a plugin or the desk itself
 * @param agent whether the person works here
 * @param all whether every ticket that is not confidential may be seen
 * @param confidential whether every confidential ticket may be seen
 * @param memberOf the person's own teams
 * @param teams those teams and all below them
 * @param organization the organization whose tickets are shared with the person, or null
 */
public record SearchScope(
        @Nullable PersonId person,
        boolean agent,
        boolean all,
        boolean confidential,
        Set<TeamId> memberOf,
        Set<TeamId> teams,
        @Nullable OrganizationId organization) {
    /** Keeps copies. */
    public SearchScope {
        memberOf = Set.copyOf(memberOf);
        teams = Set.copyOf(teams);
    }
}
