package io.switchboard.survey.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.survey.SurveySelection.SelectionQuestion;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.SurveyProviderContract;
import io.switchboard.testkit.SurveySelectionContract;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Customers are asked for stars after each closure, but for those who are left alone. */
class RatingTest {
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final Rating testee = rating(true, Duration.ZERO, List.of());

    @Test
    void everybodyIsAskedAfterEachClosure() {
        Ticket ticket = Samples.ticket(1).build();
        assertThat(testee.select(asked(ticket, null))).contains("rating");
        assertThat(testee.select(asked(ticket, Samples.NOW))).contains("rating");
    }

    @Test
    void whoeverWasAskedLatelyIsLeftAlone() {
        Rating quiet = rating(true, Duration.ofDays(7), List.of());
        Ticket ticket = Samples.ticket(1).build();
        assertThat(quiet.select(asked(ticket, Samples.NOW.minus(Duration.ofDays(7)))))
                .contains("rating");
        assertThat(quiet.select(asked(ticket, Samples.NOW.minus(Duration.ofDays(6)))))
                .isEmpty();
    }

    @Test
    void customersOfSomeTeamsAndChannelsAreNotAsked() {
        Rating except = rating(true, Duration.ZERO, List.of("team 1"));
        Ticket ticket = Samples.ticket(1).team(Samples.team(1)).build();
        assertThat(testee.select(asked(ticket, null))).contains("rating");
        assertThat(except.select(asked(ticket, null))).isEmpty();
        assertThat(testee.select(asked(Samples.ticket(2).channel("monitoring").build(), null)))
                .isEmpty();
    }

    @Test
    void germansAreAskedInGermanAndAllOthersInEnglish() {
        assertThat(texts("de-AT")).contains("Was können wir besser machen?");
        assertThat(texts("fr")).contains("What could we do better?");
    }

    @Test
    void withoutACommentThereAreStarsAloneInAnotherEdition() {
        var customer = Samples.customer(1).build();
        var ticket = Samples.ticket(1).build();
        var bare = rating(false, Duration.ZERO, List.of()).survey(ticket, customer, "en");
        assertThat(bare.questions()).extracting(Question::id).containsExactly("stars");
        assertThat(bare.edition())
                .isNotEqualTo(testee.survey(ticket, customer, "en").edition());
    }

    @Test
    void aTeamThatIsNotThereIsNamed() {
        assertThat(testee.check().grade()).isEqualTo(PluginHealth.Grade.GREEN);
        assertThat(rating(true, Duration.ZERO, List.of("Gold")).check().message())
                .contains("'Gold'");
    }

    private List<String> texts(String language) {
        return testee.survey(Samples.ticket(1).build(), Samples.customer(1).build(), language).questions().stream()
                .map(Question::text)
                .toList();
    }

    private Rating rating(boolean comment, Duration quiet, List<String> exceptTeams) {
        return new Rating(directory, 2, comment, quiet, exceptTeams, List.of("monitoring"));
    }

    private static SelectionQuestion asked(Ticket ticket, @Nullable Instant last) {
        return new SelectionQuestion(ticket, Samples.customer(1).build(), last, List.of("nps", "rating"), Samples.NOW);
    }

    @Nested
    class AsAProvider implements SurveyProviderContract {
        @Override
        public SurveyProvider testee() {
            return testee;
        }
    }

    @Nested
    class AsASelection implements SurveySelectionContract {
        @Override
        public SurveySelection testee() {
            return testee;
        }
    }

    @Nested
    class ItsHealth implements PluginHealthContract {
        @Override
        public PluginHealth testee() {
            return testee;
        }
    }
}
