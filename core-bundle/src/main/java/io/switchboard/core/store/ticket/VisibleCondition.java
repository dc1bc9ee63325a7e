package io.switchboard.core.store.ticket;

import io.switchboard.core.access.VisibilityScope;

/**
 * A {@link VisibilityScope} as a condition on ticket {@code t}. The values are parameters of the mapper's method: {@code
 * scope}, {@code teams} and {@code confidential}, the scope's teams and those whose confidential tickets are seen.
 */
public final class VisibleCondition {
    private final VisibilityScope scope;
    private final StringBuilder text = new StringBuilder();

    private VisibleCondition(VisibilityScope scope) {
        this.scope = scope;
    }

    /** Returns the condition, to be put behind another. */
    public static String of(VisibilityScope scope) {
        return new VisibleCondition(scope).text();
    }

    private String text() {
        text.append(scope.discarded() ? "" : " and t.disposition in ('none', 'merged')");
        text.append(" and (1 = 0");
        or(scope.link() != null, "t.id = #{scope.link}");
        or(scope.person() != null, "t.requester = #{scope.person} or t.submitter = #{scope.person}");
        or(scope.untriaged(), "t.triage = 'pending'");
        text.append(" or (t.triage in ('done', 'timed_out') and (1 = 0");
        or(scope.person() != null, "t.id in (select c.ticket_id from participant c where c.person = #{scope.person})");
        or(scope.assignee() != null, "t.assignee = #{scope.assignee}");
        confidential();
        others();
        return text.append(")))").toString();
    }

    private void confidential() {
        or(scope.allConfidential(), "t.confidential = true");
        or(
                !scope.allConfidential() && scope.untriaged(),
                "(t.confidential = true and t.team is null and t.assignee is null)");
        int teams = scope.confidentialTeams().size();
        or(
                !scope.allConfidential() && teams > 0,
                "(t.confidential = true and t.team in " + ListStatement.values("confidential", teams) + ")");
    }

    private void others() {
        if (scope.allOthers()) {
            or(true, "t.confidential = false");
            return;
        }
        text.append(" or (t.confidential = false and (1 = 0");
        int teams = scope.teams().size();
        or(teams > 0, "t.team in " + ListStatement.values("teams", teams));
        or(scope.withoutTeam(), "t.team is null");
        or(scope.organization() != null, "t.organization = #{scope.organization}");
        text.append("))");
    }

    private void or(boolean wanted, String condition) {
        if (wanted) {
            text.append(" or ").append(condition);
        }
    }
}
