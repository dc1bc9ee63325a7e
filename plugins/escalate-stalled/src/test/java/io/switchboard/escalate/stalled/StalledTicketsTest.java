package io.switchboard.escalate.stalled;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.escalation.EscalationQuestion;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.EscalationRuleContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDirectory;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that do not move, and urgent ones (ES2). */
class StalledTicketsTest implements EscalationRuleContract {
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private Team desk;
    private Team leads;
    private Team board;

    @BeforeEach
    void begin() {
        board = team(1, "Board", null, true);
        Team between = team(2, "Operations", board.id(), false);
        leads = team(3, "Leads", between.id(), true);
        desk = team(4, "Payments", leads.id(), true);
    }

    @Override
    public EscalationRule testee() {
        return rule(new String[0]);
    }

    @Test
    void whatStandsStillGoesUpStepByStep() {
        assertThat(judge(testee(), Duration.ofHours(7))).hasValueSatisfying(found -> {
            assertThat(found.due()).isFalse();
            assertThat(found.askAgainAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
        });
        assertThat(judge(testee(), Duration.ofHours(8))).hasValueSatisfying(found -> {
            assertThat(found.due()).isTrue();
            assertThat(found.to()).isEqualTo(leads.id());
            assertThat(found.askAgainAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(16)));
        });
        assertThat(judge(testee(), Duration.ofHours(24))).hasValueSatisfying(found -> {
            assertThat(found.to()).isEqualTo(board.id());
            assertThat(found.askAgainAt()).isNull();
            assertThat(found.explanation()).contains("24 hours", "step 2 of 2");
        });
    }

    @Test
    void eachStepHasOneKeyUntilSomebodyMovesTheTicket() {
        Optional<EscalationRule.Escalation> first = judge(testee(), Duration.ofHours(8));
        EscalationQuestion later = new EscalationQuestion(
                ticket(Priority.P3), Samples.customer(1).build(), Samples.NOW, Samples.NOW.plus(Duration.ofHours(8)));

        assertThat(first.map(EscalationRule.Escalation::key))
                .isEqualTo(testee().judge(new EscalationQuestion(
                                ticket(Priority.P3),
                                Samples.customer(1).build(),
                                Samples.NOW.minus(Duration.ofHours(8)),
                                Samples.NOW.plus(Duration.ofHours(3))))
                        .map(EscalationRule.Escalation::key));
        assertThat(testee().judge(later).map(EscalationRule.Escalation::key))
                .isNotEqualTo(first.map(EscalationRule.Escalation::key));
    }

    @Test
    void whatIsUrgentGoesUpAtOnceAndSooner() {
        Ticket urgent = ticket(Priority.P1);
        assertThat(judge(testee(), urgent, Duration.ZERO)).hasValueSatisfying(found -> {
            assertThat(found.due()).isTrue();
            assertThat(found.key()).isEqualTo("urgent");
            assertThat(found.askAgainAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
        });
        assertThat(judge(testee(), urgent, Duration.ofHours(1)))
                .hasValueSatisfying(found -> assertThat(found.key()).startsWith("stalled-1-"));
    }

    @Test
    void theTimeOfWhatWaitsOrSleepsDoesNotRun() {
        Ticket waiting =
                Samples.ticket(1).team(desk).status(Status.WAITING_FOR_CUSTOMER).build();
        Ticket asleep = Samples.ticket(1)
                .team(desk)
                .postponedUntil(Samples.NOW.plusSeconds(1))
                .build();

        assertThat(judge(testee(), waiting, Duration.ofDays(9))).isEmpty();
        assertThat(judge(testee(), asleep, Duration.ofDays(9))).isEmpty();
    }

    @Test
    void aTeamHasItsOwnStepsOrNone() {
        assertThat(judge(rule("board = 2"), Duration.ofHours(2)))
                .as("those of the nearest team above")
                .hasValueSatisfying(found -> assertThat(found.due()).isTrue());
        assertThat(judge(rule("Board = 2", "Payments = off"), ticket(Priority.P1), Duration.ofDays(9)))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        StalledTickets rule = rule("Payments = 8, 4");
        assertThat(rule.check().grade()).isEqualTo(PluginHealth.Grade.YELLOW);
        assertThat(rule.check().message()).contains("'Payments = 8, 4'");
        assertThat(rule("").check()).isEqualTo(PluginHealth.State.WELL);
    }

    private Optional<EscalationRule.Escalation> judge(EscalationRule rule, Duration idle) {
        return judge(rule, ticket(Priority.P3), idle);
    }

    private static Optional<EscalationRule.Escalation> judge(EscalationRule rule, Ticket ticket, Duration idle) {
        Instant workedAt = Samples.NOW.minus(idle);
        return rule.judge(new EscalationQuestion(ticket, Samples.customer(1).build(), workedAt, Samples.NOW));
    }

    private Ticket ticket(Priority priority) {
        return Samples.ticket(1).team(desk).priority(priority).build();
    }

    private Team team(int serial, String name, @Nullable TeamId parent, boolean escalation) {
        Team team = new Team(SampleIds.team(serial), name, parent, 1, escalation);
        directory.add(team);
        return team;
    }

    private StalledTickets rule(String... teams) {
        return new StalledTickets(new Settings(teams), directory);
    }

    private record Settings(String[] teams) implements StalledSettings {
        @Override
        public String steps() {
            return "8, 24";
        }

        @Override
        public String urgentSteps() {
            return "1, 4";
        }

        @Override
        public String[] urgent() {
            return new String[] {"P1"};
        }

        @Override
        public boolean urgentAtOnce() {
            return true;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return StalledSettings.class;
        }
    }
}
