package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link TransitionGuard} must do. */
public interface TransitionGuardContract {
    /** Returns the guard under test. */
    TransitionGuard testee();

    /** Every transition is judged, and a refusal says what is missing. */
    @Test
    default void judgesEveryTransitionAndExplainsRefusals() {
        List<Status> targets = List.of(Status.IN_PROGRESS, Status.RESOLVED, Status.CLOSED, Status.ARCHIVED);
        for (Ticket ticket : Checks.tickets()) {
            for (Status target : targets) {
                check(testee().judge(question(ticket, target, null)));
                check(testee().judge(question(ticket, target, resolution(ticket.description()))));
            }
        }
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        TransitionGuard guard = testee();
        GuardQuestion question = question(Samples.ticket(1).build(), Status.RESOLVED, null);
        Checks.sameOnEveryThread(() -> guard.judge(question));
    }

    private static void check(GuardVerdict verdict) {
        assertThat(verdict).isNotNull();
        if (verdict instanceof GuardVerdict.Refused refused) {
            for (GuardVerdict.Reason reason : refused.reasons()) {
                assertThat(reason.code()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
                Checks.line(reason.message(), "message");
            }
        }
    }

    private static GuardQuestion question(Ticket ticket, Status to, @Nullable Resolution resolution) {
        return new GuardQuestion(ticket, to, resolution, 2, 0, new Actor.Person(SampleIds.person(1), "api"));
    }

    private static Resolution resolution(String summary) {
        return new Resolution(ResolutionKind.FIX, summary, null, null, null, null);
    }
}
