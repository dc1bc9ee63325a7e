package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.survey.SurveySelection.SelectionQuestion;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SurveySelection} must do. */
public interface SurveySelectionContract {
    /** Returns the selection under test. */
    SurveySelection testee();

    /** Only a survey that is there is selected. */
    @Test
    default void selectsOnlyWhatIsThere() {
        List<String> surveys = List.of("rating", "mail", "score");
        for (Ticket ticket : Checks.tickets()) {
            testee().select(question(ticket, surveys))
                    .ifPresent(survey -> assertThat(surveys).contains(survey));
        }
    }

    /** Without surveys nothing is selected. */
    @Test
    default void selectsNothingFromNothing() {
        assertThat(testee().select(question(Samples.ticket(1).build(), List.of())))
                .isEmpty();
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        SurveySelection selection = testee();
        SelectionQuestion question = question(Samples.ticket(1).build(), List.of("rating"));
        Checks.sameOnEveryThread(() -> selection.select(question));
    }

    private static SelectionQuestion question(Ticket ticket, List<String> surveys) {
        return new SelectionQuestion(ticket, Samples.customer(1).build(), null, surveys, Samples.NOW);
    }
}
