package io.switchboard.guard.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.GuardVerdict.Reason;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.testkit.TransitionGuardContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolutionGuardTest implements TransitionGuardContract {
    private static final Actor AGENT = new Actor.Person(SampleIds.person(1), "api");

    @Override
    public TransitionGuard testee() {
        return new ResolutionGuard(Set.of("P1"), Set.of("P1", "P2"), false);
    }

    @Test
    void anImportantTicketNeedsItsRootCauseAndAPlan() {
        assertThat(missing(Priority.P1, resolution(null, " ", null)))
                .containsExactly("resolution.rootCause", "resolution.plan");
        assertThat(missing(Priority.P2, resolution(null, null, null))).containsExactly("resolution.plan");
        assertThat(missing(Priority.P1, null)).hasSize(2);
        assertThat(missing(Priority.P1, resolution("a worn roller", "change it yearly", null)))
                .isEmpty();
        assertThat(missing(Priority.P3, resolution(null, null, null))).isEmpty();
    }

    @Test
    void whatIsADuplicateOrWithdrawnHasNoCauseOfItsOwn() {
        assertThat(missing(Priority.P1, resolution(null, null, ClosureReason.DUPLICATE)))
                .isEmpty();
        assertThat(missing(Priority.P1, resolution(null, null, ClosureReason.CONFIRMED)))
                .hasSize(2);
    }

    @Test
    void aPriorityThatIsNoneIsNamedByItsHealth() {
        assertThat(new ResolutionGuard(Set.of("P1", "urgent"), Set.of(), false)
                        .check()
                        .message())
                .contains("urgent")
                .doesNotContain("P1");
        assertThat(new ResolutionGuard(Set.of("P1"), Set.of("P4"), false).check())
                .isEqualTo(PluginHealth.State.WELL);
    }

    @Test
    void onlyResolvingIsGuarded() {
        assertThat(testee().judge(question(Priority.P1, Status.CLOSED, null, AGENT)))
                .isInstanceOf(GuardVerdict.Permitted.class);
    }

    @Test
    void pluginsAreAskedIfTheSettingSaysSo() {
        GuardQuestion byPlugin =
                question(Priority.P1, Status.RESOLVED, null, new Actor.Plugin("intake-monitoring", null, "alert"));
        assertThat(testee().judge(byPlugin)).isInstanceOf(GuardVerdict.Permitted.class);
        assertThat(new ResolutionGuard(Set.of("P1"), Set.of(), true).judge(byPlugin))
                .isInstanceOf(GuardVerdict.Refused.class);
    }

    private List<@Nullable String> missing(Priority priority, @Nullable Resolution resolution) {
        return testee().judge(question(priority, Status.RESOLVED, resolution, AGENT))
                        instanceof GuardVerdict.Refused refused
                ? refused.reasons().stream().map(Reason::field).toList()
                : List.of();
    }

    private static GuardQuestion question(Priority priority, Status to, @Nullable Resolution resolution, Actor actor) {
        return new GuardQuestion(Samples.ticket(1).priority(priority).build(), to, resolution, 0, 0, actor);
    }

    private static Resolution resolution(
            @Nullable String cause, @Nullable String plan, @Nullable ClosureReason closure) {
        return new Resolution(ResolutionKind.FIX, "new rollers", cause, plan, null, closure);
    }
}
