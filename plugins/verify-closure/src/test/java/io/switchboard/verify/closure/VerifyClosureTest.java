package io.switchboard.verify.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.testkit.AlarmContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.ReactionContract;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDesk;
import io.switchboard.testkit.fake.InMemoryDirectory;
import io.switchboard.testkit.fake.InMemoryUploads;
import io.switchboard.testkit.fake.InMemoryVerifications;
import io.switchboard.testkit.fake.ManualClockwork;
import io.switchboard.testkit.fake.ManualClockwork.SetTimer;
import io.switchboard.testkit.fake.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The customer is asked, reminded after a day, and their silence closes the ticket after two (VE2). */
class VerifyClosureTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryDesk desk = new InMemoryDesk(clock, directory, new InMemoryUploads(1 << 20));
    private final InMemoryVerifications verifications = new InMemoryVerifications(desk);
    private final ManualClockwork clockwork = new ManualClockwork();
    private final VerifyClosure testee = closure("Gold = 2, 3", "Silent=off");

    @Test
    void theCustomerIsAskedAndRemindedAndSilenceClosesTheTicket() throws Exception {
        Ticket ticket = resolved(null);
        resolvedIsTold(ticket);
        assertThat(verifications.letters()).containsExactly("ask 0");
        passes(Duration.ofHours(24));
        assertThat(verifications.letters()).containsExactly("ask 0", "remind 0");
        assertThat(now(ticket).progress().status()).isEqualTo(Status.RESOLVED);
        passes(Duration.ofHours(24));
        assertThat(now(ticket).progress().status()).isEqualTo(Status.CLOSED);
        assertThat(closureOf(ticket)).isEqualTo(ClosureReason.NOT_CONFIRMED);
        assertThat(clockwork.timers()).isEmpty();
    }

    @Test
    void whatIsOpenAgainIsLeftAloneAndAskedAboutAnewWhenItIsSolvedAgain() throws Exception {
        Ticket ticket = resolved(null);
        resolvedIsTold(ticket);
        desk.transition(ticket.id(), Status.REOPENED, null, null);
        passes(Duration.ofHours(47));
        assertThat(now(ticket).progress().status()).isEqualTo(Status.REOPENED);
        desk.transition(ticket.id(), Status.RESOLVED, null, resolution(null));
        resolvedIsTold(now(ticket));
        passes(Duration.ofHours(2));
        assertThat(verifications.letters()).containsExactly("ask 0", "ask 1");
        assertThat(now(ticket).progress().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void whatTheCustomerConfirmedBeforeItWasResolvedIsClosedWithoutALetter() throws Exception {
        Ticket ticket = resolved(VerificationMethod.CONFIRMATION);
        resolvedIsTold(ticket);
        passes(Duration.ZERO);
        assertThat(verifications.letters()).isEmpty();
        assertThat(closureOf(ticket)).isEqualTo(ClosureReason.CONFIRMED);
    }

    @Test
    void whatAGuardHoldsUpIsRemarkedOnceAndTriedAgainEveryHour() throws Exception {
        Ticket ticket = resolved(null);
        resolvedIsTold(ticket);
        verifications.refuseClosing("Close the task");
        passes(Duration.ofHours(48));
        passes(Duration.ofHours(1));
        assertThat(desk.remarks(ticket.id()))
                .containsExactly("The customer's time is over; not closed yet: Close the task");
        verifications.refuseClosing(null);
        passes(Duration.ofMinutes(59));
        assertThat(now(ticket).progress().status()).isEqualTo(Status.RESOLVED);
        passes(Duration.ofMinutes(1));
        assertThat(now(ticket).progress().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void hoursThatWereRaisedMeanwhileHoldForTimersThatWereSetBefore() throws Exception {
        Ticket ticket = resolved(null);
        resolvedIsTold(ticket);
        VerifyClosure later = new VerifyClosure(
                desk, verifications, clockwork, clock, new Queues(directory, new Hours(true, 72, 96), List.of()));
        clock.move(Duration.ofHours(48));
        clockwork.ring(later, clock.instant());
        assertThat(verifications.letters()).containsExactly("ask 0");
        assertThat(now(ticket).progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(clockwork.timers()).hasSize(2);
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertThat(testee.check().grade()).isEqualTo(PluginHealth.Grade.GREEN);
        assertThat(closure("Gold: 1, 2").check().message()).contains("'Gold: 1, 2'");
        assertThat(Hours.read("off")).contains(new Hours(false, 0, 0));
        assertThat(Hours.read("24,48")).contains(new Hours(true, 24, 48));
        assertThat(Hours.read("-1, 48")).isEmpty();
    }

    private VerifyClosure closure(String... teams) {
        return new VerifyClosure(
                desk, verifications, clockwork, clock, new Queues(directory, new Hours(true, 24, 48), List.of(teams)));
    }

    private Ticket resolved(@Nullable VerificationMethod verification) {
        Ticket ticket = Samples.ticket(1).build();
        desk.put(ticket);
        desk.transition(ticket.id(), Status.ASSIGNED, null, null);
        return desk.transition(ticket.id(), Status.RESOLVED, null, resolution(verification));
    }

    private static Resolution resolution(@Nullable VerificationMethod verification) {
        return new Resolution(ResolutionKind.FIX, "new rollers", null, null, verification, null);
    }

    private void resolvedIsTold(Ticket ticket) {
        testee.react(List.of(Samples.event(ticket, 9, EventType.TICKET_RESOLVED)));
    }

    private void passes(Duration time) throws Exception {
        clock.move(time);
        clockwork.ring(testee, clock.instant());
    }

    private Ticket now(Ticket ticket) {
        return desk.ticket(ticket.id()).orElseThrow();
    }

    private @Nullable ClosureReason closureOf(Ticket ticket) {
        Resolution resolution = now(ticket).resolution();
        return resolution == null ? null : resolution.closure();
    }

    @Nested
    class AsAReaction implements ReactionContract {
        private final Ticket ticket = resolved(null);

        @Override
        public Reaction testee() {
            return testee;
        }

        @Override
        public Set<EventType> wanted() {
            return Set.of(EventType.TICKET_RESOLVED, EventType.TICKET_CLOSED, EventType.TICKET_REOPENED);
        }

        @Override
        public Ticket known() {
            return ticket;
        }

        @Override
        public Object effect() {
            return List.of(verifications.letters(), clockwork.timers());
        }
    }

    @Nested
    class AsAnAlarm implements AlarmContract {
        private final Ticket ticket = resolved(null);

        @Override
        public Clockwork.Alarm testee() {
            return testee;
        }

        @Override
        public SetTimer timer() {
            clock.move(Duration.ofHours(24));
            return new SetTimer("remind:" + ticket.id(), ticket.id(), clock.instant(), "0");
        }

        @Override
        public Object effect() {
            return verifications.letters();
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
