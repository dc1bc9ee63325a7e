package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.files.BlobStore;
import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A suite is worth what it finds: each test breaks one promise and sees the suite notice. */
class ContractsFindFaultsTest {
    @Test
    void aScoreForAStrangerIsFound() {
        AssignmentRuleContract suite = rule(question -> List.of(CandidateScore.of(SampleIds.person(9_999), 1, "why")));
        assertThatThrownBy(suite::scoresEachCandidateAtMostOnceAndSaysWhy).isInstanceOf(AssertionError.class);
    }

    @Test
    void aScoreWithoutAReasonIsFound() {
        AssignmentRuleContract suite = rule(question ->
                List.of(CandidateScore.of(question.candidates().get(0).agent().id(), 1, " ")));
        assertThatThrownBy(suite::scoresEachCandidateAtMostOnceAndSaysWhy).isInstanceOf(AssertionError.class);
    }

    @Test
    void aChangingScoreIsFound() {
        AtomicInteger calls = new AtomicInteger();
        AssignmentRuleContract suite = rule(question ->
                List.of(CandidateScore.of(question.candidates().get(0).agent().id(), calls.incrementAndGet(), "why")));
        assertThatThrownBy(suite::answersTheSameOnEveryThread).isInstanceOf(AssertionError.class);
    }

    @Test
    void aChannelWithAnIdForPeopleIsFound() {
        IntakeChannelContract suite = () -> new IntakeChannel() {
            @Override
            public String id() {
                return "Front Desk";
            }

            @Override
            public String name() {
                return "Front desk";
            }

            @Override
            public Set<Ability> abilities() {
                return Set.of();
            }
        };
        assertThatThrownBy(suite::hasAStableId).isInstanceOf(AssertionError.class);
        assertThatCode(suite::hasANameForPeople).doesNotThrowAnyException();
    }

    @Test
    void aGuardWithoutACodeIsFound() {
        TransitionGuard guard = question -> GuardVerdict.refuse("Not A Code", "do something", null);
        TransitionGuardContract suite = () -> guard;
        assertThatThrownBy(suite::judgesEveryTransitionAndExplainsRefusals).isInstanceOf(AssertionError.class);
    }

    @Test
    void aReactionThatActsTwiceIsFound() {
        List<Object> done = new ArrayList<>();
        ReactionContract suite = new ReactionContract() {
            @Override
            public Reaction testee() {
                return done::addAll;
            }

            @Override
            public Set<EventType> wanted() {
                return EnumSet.of(EventType.TICKET_OPENED);
            }

            @Override
            public Ticket known() {
                return Samples.ticket(1).build();
            }

            @Override
            public Object effect() {
                return List.copyOf(done);
            }
        };
        assertThatThrownBy(suite::doesNothingTwice).isInstanceOf(AssertionError.class);
    }

    @Test
    void aStoreThatTakesTooMuchIsFound() {
        BlobStore store = new BlobStore() {
            @Override
            public StoredBlob put(InputStream content, long limit) throws IOException {
                return new StoredBlob("0".repeat(64), content.readAllBytes().length);
            }

            @Override
            public Optional<InputStream> open(String sha256) {
                return Optional.of(new ByteArrayInputStream(new byte[0]));
            }

            @Override
            public void remove(String sha256) {
                throw new UnsupportedOperationException("keeps everything");
            }
        };
        BlobStoreContract suite = () -> store;
        assertThatThrownBy(suite::refusesMoreThanTheLimit).isInstanceOf(AssertionError.class);
        assertThatThrownBy(suite::givesBackWhatWasPut).isInstanceOf(AssertionError.class);
        assertThatThrownBy(suite::keepsTheEmptyContent).isInstanceOf(AssertionError.class);
    }

    private static AssignmentRuleContract rule(Function<AssignmentQuestion, List<CandidateScore>> scoring) {
        AssignmentRule rule = new AssignmentRule() {
            @Override
            public String name() {
                return "Broken";
            }

            @Override
            public List<CandidateScore> score(AssignmentQuestion question) {
                return scoring.apply(question);
            }
        };
        return () -> rule;
    }
}
