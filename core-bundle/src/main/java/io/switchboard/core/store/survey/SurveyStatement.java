package io.switchboard.core.store.survey;

import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.store.ticket.VisibleCondition;
import org.apache.ibatis.annotations.Param;

/** The statements whose conditions depend on the filter and on what the caller sees. Every value is a parameter. */
public final class SurveyStatement {
    private static final String FROM =
            " from survey_invitation s join ticket t on t.id = s.ticket_id where s.outcome = 'asked'";

    private SurveyStatement() {}

    /** Lists invitations, the latest first. */
    public static String list(@Param("filter") SurveyFilter filter, @Param("scope") VisibilityScope scope) {
        return "select s.*" + FROM + conditions(filter)
                + (filter.before() == null ? "" : " and s.id < #{filter.before}") + VisibleCondition.of(scope)
                + " order by s.id desc fetch first #{filter.limit} rows only";
    }

    /** Counts invitations by survey, team and score. */
    public static String count(@Param("filter") SurveyFilter filter, @Param("scope") VisibilityScope scope) {
        return "select s.survey, s.kind, t.team, s.score, s.content, count(*) as number" + FROM + conditions(filter)
                + VisibleCondition.of(scope) + " group by s.survey, s.kind, t.team, s.score, s.content";
    }

    private static String conditions(SurveyFilter filter) {
        Boolean answered = filter.answered();
        return (filter.survey() == null ? "" : " and s.survey = #{filter.survey}")
                + (filter.team() == null ? "" : " and t.team = #{filter.team}")
                + (answered == null ? "" : " and s.answered_at is " + (answered ? "not null" : "null"))
                + (filter.low() == null ? "" : " and s.low = #{filter.low}")
                + (filter.from() == null ? "" : " and s.asked_at >= #{filter.from}")
                + (filter.to() == null ? "" : " and s.asked_at < #{filter.to}");
    }
}
