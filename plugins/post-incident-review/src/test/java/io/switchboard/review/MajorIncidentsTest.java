package io.switchboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.testkit.AlarmContract;
import io.switchboard.testkit.ReactionContract;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketBuilder;
import io.switchboard.testkit.fake.InMemoryDesk;
import io.switchboard.testkit.fake.InMemoryDirectory;
import io.switchboard.testkit.fake.InMemoryUploads;
import io.switchboard.testkit.fake.ManualClockwork;
import io.switchboard.testkit.fake.ManualClockwork.SetTimer;
import io.switchboard.testkit.fake.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reviews are made of major incidents, and late actions are remarked (CS3). */
class MajorIncidentsTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock, new InMemoryDirectory(), new InMemoryUploads(1 << 20));
    private final ManualClockwork clockwork = new ManualClockwork();
    private final InMemoryReviews tables = new InMemoryReviews();
    private final Reviews reviews = new Reviews(tables, clockwork, clock);
    private final MajorIncidents testee =
            new MajorIncidents(desk, reviews, Set.of("P1"), Set.of("incident"), Duration.ofDays(5));

    @Test
    void aMajorIncidentThatIsResolvedGetsOneReview() {
        Ticket ticket = incident(Priority.P1, null);
        told(ticket, EventType.TICKET_RESOLVED);
        told(ticket, EventType.TICKET_CLOSED);
        assertThat(tables.reviews.values()).singleElement().satisfies(review -> {
            assertThat(review.ticket()).isEqualTo(ticket.id().value());
            assertThat(review.dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(5)));
        });
        assertThat(desk.remarks(ticket.id())).hasSize(1);
    }

    @Test
    void whoeverMakesAReviewAtTheSameTimeGetsTheOneThatWasFaster() {
        Ticket ticket = incident(Priority.P1, null);
        Review faster = reviews.make(ticket.id(), null, Duration.ofDays(1)).review();
        tables.tooEarly = true;
        assertThat(reviews.make(ticket.id(), null, Duration.ofDays(5))).isEqualTo(new Reviews.Made(faster, false));
    }

    @Test
    void whatIsNoPriorityAndNoTypeIsNamedByItsHealth() {
        assertThat(testee.check()).isEqualTo(PluginHealth.State.WELL);
        MajorIncidents mistaken = new MajorIncidents(
                desk, reviews, Set.of("P1", "high"), Set.of("incident", "outage", ""), Duration.ofDays(5));
        assertThat(mistaken.check().grade()).isEqualTo(PluginHealth.Grade.YELLOW);
        assertThat(mistaken.check().message()).contains("[high, outage]");
    }

    @Test
    void whatIsNoMajorIncidentGetsNone() {
        told(incident(Priority.P2, null), EventType.TICKET_RESOLVED);
        told(incident(Priority.P1, ClosureReason.DUPLICATE), EventType.TICKET_RESOLVED);
        Ticket question = put(Samples.ticket(3).type(TicketType.QUESTION).priority(Priority.P1), null);
        told(question, EventType.TICKET_RESOLVED);
        assertThat(tables.reviews).isEmpty();
    }

    @Test
    void aPurgedTicketTakesItsReviewAndTimersAlong() {
        Ticket ticket = incident(Priority.P1, null);
        action(ticket);
        told(ticket, EventType.TICKET_PURGED);
        assertThat(tables.reviews).isEmpty();
        assertThat(tables.actions).isEmpty();
        assertThat(clockwork.timers()).isEmpty();
    }

    @Test
    void anActionThatIsDoneIsNeverLate() throws Exception {
        Ticket ticket = incident(Priority.P1, null);
        Action action = action(ticket);
        Review review = reviews.find(action.review()).orElseThrow();
        reviews.change(
                review,
                new Action(
                        action.id(),
                        action.review(),
                        action.title(),
                        null,
                        action.due(),
                        clock.instant(),
                        null,
                        1,
                        action.createdAt()));
        clock.move(Duration.ofDays(30));
        clockwork.ring(testee, clock.instant());
        testee.ring(Reviews.OVERDUE + action.id(), ticket.id(), "2026-03-09");
        assertThat(desk.remarks(ticket.id()))
                .as("also by a timer that rang at the same time")
                .hasSize(1);
    }

    private void told(Ticket ticket, EventType type) {
        testee.react(List.of(Samples.event(ticket, 9, type)));
    }

    private Action action(Ticket ticket) {
        told(ticket, EventType.TICKET_RESOLVED);
        Review review = tables.reviews.values().iterator().next();
        return reviews.add(review, "Change the rollers yearly", null, LocalDate.of(2026, 3, 9));
    }

    private Ticket incident(Priority priority, @Nullable ClosureReason closure) {
        return put(Samples.ticket(1).type(TicketType.INCIDENT).priority(priority), closure);
    }

    private Ticket put(TicketBuilder builder, @Nullable ClosureReason closure) {
        Resolution resolution = new Resolution(ResolutionKind.FIX, "new rollers", null, null, null, closure);
        Ticket ticket = builder.status(Status.RESOLVED).resolution(resolution).build();
        desk.put(ticket);
        return ticket;
    }

    @Nested
    class AsAReaction implements ReactionContract {
        private final Ticket ticket = incident(Priority.P1, null);

        @Override
        public Reaction testee() {
            return testee;
        }

        @Override
        public Set<EventType> wanted() {
            return Set.of(EventType.TICKET_RESOLVED, EventType.TICKET_CLOSED);
        }

        @Override
        public Ticket known() {
            return ticket;
        }

        @Override
        public Object effect() {
            return List.of(List.copyOf(tables.reviews.values()), desk.remarks(ticket.id()));
        }
    }

    @Nested
    class AsAnAlarm implements AlarmContract {
        private final Ticket ticket = incident(Priority.P1, null);

        @Override
        public Clockwork.Alarm testee() {
            return testee;
        }

        @Override
        public SetTimer timer() {
            action(ticket);
            return clockwork.timers().get(0);
        }

        @Override
        public Object effect() {
            return desk.remarks(ticket.id());
        }
    }
}
