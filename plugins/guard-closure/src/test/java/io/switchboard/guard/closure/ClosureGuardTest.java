package io.switchboard.guard.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.GuardVerdict.Reason;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.people.Team;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.testkit.TransitionGuardContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDirectory;
import io.switchboard.testkit.fake.MovableClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must be there before a ticket is closed (CS1). */
class ClosureGuardTest implements TransitionGuardContract {
    private static final List<String> ALL = List.of("confirmed", "steps", "category", "time", "tasks");

    private final MovableClock clock = new MovableClock();
    private final InMemoryDirectory directory = new InMemoryDirectory();

    @Override
    public TransitionGuard testee() {
        return guard(ALL);
    }

    @Test
    void allThatIsMissingIsNamed() {
        Ticket bare = Samples.ticket(1).about(null, null).build();
        assertThat(missing(guard(ALL), question(bare, resolution("ok", null, null), 2, 0)))
                .containsExactly("not-confirmed", "steps-missing", "category-missing", "time-missing", "tasks-open");
        assertThat(missing(guard(ALL), question(bare, null, 2, 0))).hasSize(5);
        Resolution good = resolution("Changed the rollers", VerificationMethod.CONFIRMATION, null);
        assertThat(missing(guard(ALL), question(categorised(), good, 0, 5))).isEmpty();
    }

    @Test
    void theCustomersTimeGoesBy() {
        Resolution silent = resolution("Changed the rollers", VerificationMethod.TEST, null);
        GuardQuestion question = question(categorised(), silent, 0, 5);
        clock.move(Duration.ofHours(47));
        assertThat(missing(guard(ALL), question)).containsExactly("not-confirmed");
        clock.move(Duration.ofHours(1));
        assertThat(missing(guard(ALL), question)).isEmpty();
    }

    @Test
    void whatWasNotSolvedNeedsNoOpenTasksAndNothingElse() {
        for (ClosureReason reason : List.of(ClosureReason.DUPLICATE, ClosureReason.WITHDRAWN)) {
            GuardQuestion question =
                    question(Samples.ticket(1).about(null, null).build(), resolution("", null, reason), 1, 0);
            assertThat(missing(guard(ALL), question)).containsExactly("tasks-open");
        }
    }

    @Test
    void onlyClosingIsGuarded() {
        GuardQuestion reopening = new GuardQuestion(
                categorised(), Status.REOPENED, null, 3, 0, new Actor.Person(SampleIds.person(1), "api"));
        assertThat(guard(ALL).judge(reopening)).isInstanceOf(GuardVerdict.Permitted.class);
    }

    @Test
    void aQueueAsksForWhatItsLineSaysAndSoDoTheTeamsBelow() {
        Team bank = new Team(SampleIds.team(1), "Bank", null, 1, false);
        Team cards = new Team(SampleIds.team(2), "Cards", bank.id(), 2, false);
        Team others = new Team(SampleIds.team(3), "Others", null, 1, false);
        directory.add(bank).add(cards).add(others);
        ClosureGuard guard = guard(List.of("steps"), "bank = tasks, time", "Others=none");
        for (Team team : List.of(bank, cards)) {
            Ticket ticket = Samples.ticket(1).team(team).build();
            assertThat(missing(guard, question(ticket, null, 1, 0))).containsExactly("time-missing", "tasks-open");
        }
        assertThat(missing(guard, question(Samples.ticket(1).team(others).build(), null, 1, 0)))
                .isEmpty();
        assertThat(missing(guard, question(Samples.ticket(1).team(null).build(), null, 1, 0)))
                .containsExactly("steps-missing");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(guard(ALL, "").check().grade()).isEqualTo(PluginHealth.Grade.GREEN);
        assertThat(guard(ALL, "Bank = confrmed").check().message()).contains("'Bank = confrmed'");
        assertThat(guard(List.of("everything")).check().message()).contains("'everything'");
    }

    private ClosureGuard guard(List<String> checks, String... teams) {
        return new ClosureGuard(new Queues(directory, checks, List.of(teams)), Duration.ofHours(48), 10, clock);
    }

    private static Ticket categorised() {
        return Samples.ticket(1).about("hardware/printer", null).build();
    }

    private static List<String> missing(TransitionGuard guard, GuardQuestion question) {
        return guard.judge(question) instanceof GuardVerdict.Refused refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    private static GuardQuestion question(Ticket ticket, @Nullable Resolution resolution, int tasks, long minutes) {
        return new GuardQuestion(
                ticket, Status.CLOSED, resolution, tasks, minutes, new Actor.Person(SampleIds.person(1), "api"));
    }

    private static Resolution resolution(
            String summary, @Nullable VerificationMethod verification, @Nullable ClosureReason closure) {
        return new Resolution(ResolutionKind.FIX, summary, null, null, verification, closure);
    }
}
