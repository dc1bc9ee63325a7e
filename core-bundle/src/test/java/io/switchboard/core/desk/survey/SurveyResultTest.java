package io.switchboard.core.desk.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.survey.SurveyCount;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arithmetic of survey figures. */
class SurveyResultTest {
    private static final TeamId TEAM = new TeamId(UUID.randomUUID());

    @Test
    void netPromotersAreThoseOfNineAndTenLessThoseOfSixAndBelow() {
        SurveyResult result = SurveyResult.of(List.of(
                        new SurveyCount("nps", "zero_to_ten", null, 10, true, 3),
                        new SurveyCount("nps", "zero_to_ten", TEAM, 9, true, 2),
                        new SurveyCount("nps", "zero_to_ten", TEAM, 7, false, 3),
                        new SurveyCount("nps", "zero_to_ten", TEAM, 6, false, 1),
                        new SurveyCount("nps", "zero_to_ten", TEAM, 0, false, 1),
                        new SurveyCount("nps", "zero_to_ten", TEAM, null, null, 10)))
                .get(0);
        assertThat(result.figures().asked()).isEqualTo(20);
        assertThat(result.figures().answered()).isEqualTo(10);
        assertThat(result.figures().responseRate()).isEqualTo(0.5);
        assertThat(result.figures().netPromoterScore()).isEqualTo(30.0);
        assertThat(result.figures().average()).isEqualTo(7.5);
        assertThat(result.figures().content()).isEqualTo(0.5);
        assertThat(result.teams()).extracting(SurveyResult.OfTeam::team).containsExactly(null, TEAM);
        assertThat(result.teams().get(0).figures().netPromoterScore()).isEqualTo(100.0);
    }

    @Test
    void sharesOfNothingAreNoFigures() {
        SurveyResult.Figures figures = SurveyResult.of(List.of(new SurveyCount("rating", "stars", null, null, null, 2)))
                .get(0)
                .figures();
        assertThat(figures.responseRate()).isZero();
        assertThat(figures.average()).isNull();
        assertThat(figures.content()).isNull();
        assertThat(figures.netPromoterScore()).isNull();
    }
}
