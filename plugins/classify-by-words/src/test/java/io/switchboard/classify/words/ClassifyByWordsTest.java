package io.switchboard.classify.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.classification.Classifier;
import io.switchboard.api.classification.Classifier.Suggestion;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.testkit.ClassifierContract;
import io.switchboard.testkit.data.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What words tell of a ticket (CL1). */
class ClassifyByWordsTest implements ClassifierContract {
    private static final String BANKING =
            "nobody online banking; Überweisung geht nicht -> type: incident, impact: high, urgency: high";
    private static final String PRINTERS = "print*; toner -> category: technical-issues/hardware, impact: low";

    @Override
    public Classifier testee() {
        return new ClassifyByWords(BANKING, PRINTERS);
    }

    @Test
    void allWordsOfAPhraseMustBeThereInAnyOrderAndCase() {
        Suggestion found = judge("ONLINE-Banking: nobody gets in", "").orElseThrow();
        assertThat(found.type()).isEqualTo(TicketType.INCIDENT);
        assertThat(found.impact()).isEqualTo(Level.HIGH);
        assertThat(found.urgency()).isEqualTo(Level.HIGH);
        assertThat(found.category()).isNull();
        assertThat(found.confidence()).isEqualTo(0.9);
        assertThat(found.reason()).contains("nobody online banking");
        assertThat(judge("Online banking", "is fine")).isEmpty();
    }

    @Test
    void accentsDoNotMatterAndWhatStandsInTheTextIsLessCertain() {
        assertThat(judge("Hilfe", "Die Uberweisung\ngeht   nicht!")).hasValueSatisfying(found -> {
            assertThat(found.impact()).isEqualTo(Level.HIGH);
            assertThat(found.confidence()).isEqualTo(0.7);
        });
    }

    @Test
    void severalRulesTellTogetherAndTheFirstWins() {
        assertThat(judge("Nobody can print from online banking", "")).hasValueSatisfying(found -> {
            assertThat(found.category()).isEqualTo("technical-issues/hardware");
            assertThat(found.impact()).isEqualTo(Level.HIGH);
        });
    }

    @Test
    void anAsteriskStandsForTheRestOfAWord() {
        assertThat(judge("The printers smoke", "")).isPresent();
        assertThat(judge("A blueprint", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no arrow",
                "-> impact: high",
                "* -> impact: high",
                "a -> impact: huge",
                "a -> colour: red",
                "a -> impact",
                "a -> b -> impact: high",
                "a b c d e f g h i j k -> impact: high"
            })
    void aRuleThatIsNotUnderstoodIsNamedAndTheOthersHold(String line) {
        ClassifyByWords testee = new ClassifyByWords(line, PRINTERS);
        assertThat(testee.check().grade()).isEqualTo(PluginHealth.Grade.YELLOW);
        assertThat(testee.check().message()).contains(line);
        assertThat(testee.classify(Samples.ticket(1).subject("Toner").build())).isPresent();
        assertThat(new ClassifyByWords(PRINTERS).check()).isEqualTo(PluginHealth.State.WELL);
    }

    private Optional<Suggestion> judge(String subject, String description) {
        return testee().classify(Samples.ticket(1)
                .subject(subject)
                .description(description)
                .build());
    }
}
