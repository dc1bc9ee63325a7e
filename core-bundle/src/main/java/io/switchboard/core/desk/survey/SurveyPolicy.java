package io.switchboard.core.desk.survey;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What administrators decided about surveys.
 *
 * @param desk what follows from a low score where no queue says otherwise
 * @param teams what follows from it in the queues of teams, by their ids, and in those of the teams below
 * @param answerableDays for how many days an invitation can be answered, 1 to 365
 * @param correctableDays for how many days after the first answer it can be corrected, 0 to 365
 * @param askAgainDays for how many days after an invitation the same ticket brings no other, 0 to 3650
 */
public record SurveyPolicy(
        Rule desk, Map<String, Rule> teams, int answerableDays, int correctableDays, int askAgainDays) {
    /** As long as nobody has decided anything. */
    public static final SurveyPolicy STANDARD = new SurveyPolicy(new Rule(LowScore.TASK, null), Map.of(), 30, 7, 30);

    /** Keeps a copy. */
    public SurveyPolicy {
        teams = Map.copyOf(teams);
    }

    /**
     * What follows from a low score.
     *
     * @param lowScore what is done
     * @param lead the id of the agent who gets the task; null for a supervisor of the ticket's team
     */
    public record Rule(LowScore lowScore, @Nullable String lead) {}
}
