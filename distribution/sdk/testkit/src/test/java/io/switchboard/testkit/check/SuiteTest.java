package io.switchboard.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.classification.Classifier;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.check.Finding.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class SuiteTest {
    private static List<Finding> asked(Class<?> socket, Object testee) {
        return Suite.of(socket.getName(), 60).orElseThrow().ask(testee);
    }

    private static Finding of(List<Finding> findings, String question) {
        return findings.stream()
                .filter(finding -> finding.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatKeepsItsContractPasses() {
        assertThat(asked(IntakeChannel.class, new Door("front-door")))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.outcome()).as(finding.toString()).isEqualTo(Outcome.PASSED));
    }

    @Test
    void whatBreaksItFailsAndSaysHow() {
        assertThat(asked(IntakeChannel.class, new Door("Front Door")))
                .filteredOn(finding -> finding.outcome() == Outcome.FAILED)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message()).contains("Front Door"));
    }

    @Test
    void whatThrowsFailsWithItsException() {
        Classifier throwing = ticket -> {
            throw new IllegalStateException("broken on purpose");
        };
        assertThat(of(asked(Classifier.class, throwing), "explainsEverySuggestion"))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.FAILED))
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("java.lang.IllegalStateException: broken on purpose"));
    }

    @Test
    void whatHangsIsCut() {
        Classifier hanging = ticket -> {
            new Semaphore(0).acquireUninterruptibly();
            return Optional.empty();
        };
        assertThat(Suite.of(Classifier.class.getName(), 1).orElseThrow().ask(hanging))
                .allSatisfy(finding -> assertThat(finding.message()).isEqualTo("took more than 1 s"));
    }

    @Test
    void whatOnlyTheVendorKnowsIsLeftToThem() {
        List<Finding> findings = asked(SpecialHandling.class, new Nothing());

        assertThat(of(findings, "recognisesWhatIsSpecial").outcome()).isEqualTo(Outcome.LEFT);
        assertThat(of(findings, "recognisesWhatIsSpecial").message()).contains("special()");
        assertThat(of(findings, "hasAStableMarkAndPrecedence").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whatIsNoSocketHasNoSuite() {
        assertThat(Suite.of("java.lang.Runnable", 1)).isEmpty();
        assertThat(Suite.of("com.example.Classifier", 1)).isEmpty();
        assertThat(Suite.of(Ticket.class.getName(), 1)).isEmpty();
    }

    private record Door(String id) implements IntakeChannel {
        @Override
        public String name() {
            return "Door";
        }

        @Override
        public Set<Ability> abilities() {
            return Set.of(Ability.LOGGED_BY_AGENTS);
        }
    }

    private static final class Nothing implements SpecialHandling {
        @Override
        public String mark() {
            return "nothing";
        }

        @Override
        public int precedence() {
            return 1;
        }

        @Override
        public Optional<io.switchboard.api.handling.HandlingAdvice> judge(HandlingQuestion question) {
            return Optional.empty();
        }
    }
}
