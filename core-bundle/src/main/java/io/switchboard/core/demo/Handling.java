package io.switchboard.core.demo;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.progress.DisposeTicket;
import io.switchboard.core.desk.progress.PostponeTicket;
import io.switchboard.core.desk.progress.PurgeTicket;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has agents of the demo move tickets along: to somebody, to a status, to sleep, or out of the way. */
@Component(service = Handling.class)
public final class Handling {
    private final DemoProgress progress;
    private final AssignTicket assign;
    private final TransitionTicket transition;
    private final PostponeTicket postpone;
    private final DisposeTicket dispose;
    private final PurgeTicket purge;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Handling(
            @Reference DemoProgress progress,
            @Reference AssignTicket assign,
            @Reference TransitionTicket transition,
            @Reference PostponeTicket postpone,
            @Reference DisposeTicket dispose,
            @Reference PurgeTicket purge,
            @Reference DeskClock clock) {
        this.progress = progress;
        this.assign = assign;
        this.transition = transition;
        this.postpone = postpone;
        this.dispose = dispose;
        this.purge = purge;
        this.clock = clock;
    }

    void give(Caller agent, Ticket ticket, Story.Step step) {
        String to = step.agent();
        String team = step.team();
        assign.handle(
                agent,
                new AssignTicket.Command(
                        ticket.id(),
                        Precondition.any(),
                        to == null ? null : new PersonId(progress.id("person." + to)),
                        team == null ? null : new TeamId(progress.id("team." + team)),
                        step.text()));
    }

    /** Gives a ticket a status, unless it has it, because the customer answered meanwhile. */
    void move(Caller agent, Ticket ticket, Story.Step step) {
        Status status = new Status(Objects.requireNonNull(step.status(), step.act()));
        if (ticket.progress().status().equals(status)) {
            progress.pass();
        } else {
            move(agent, ticket, status, step.text(), null);
        }
    }

    void resolve(Caller agent, Ticket ticket, Story.Step step) {
        Resolution resolution = new Resolution(
                ResolutionKind.of(Objects.requireNonNull(step.kind(), step.act()), "kind"),
                Objects.requireNonNull(step.text(), step.act()),
                step.cause(),
                null,
                null,
                null);
        move(agent, ticket, Status.RESOLVED, null, resolution);
    }

    /** Closes a ticket; with how it was verified if it was, else because nobody answered. */
    void close(Caller agent, Ticket ticket, Story.Step step) {
        String verified = step.verified();
        Resolution known = Objects.requireNonNull(ticket.resolution(), ticket.number());
        Resolution resolution = verified == null
                ? null
                : new Resolution(
                        known.kind(),
                        known.summary(),
                        known.rootCause(),
                        known.plan(),
                        VerificationMethod.of(verified, "verified"),
                        null);
        move(agent, ticket, Status.CLOSED, step.text(), resolution);
    }

    private void move(
            Caller agent, Ticket ticket, Status to, @Nullable String reason, @Nullable Resolution resolution) {
        transition.handle(
                agent, new TransitionTicket.Command(ticket.id(), Precondition.any(), to, reason, resolution, null));
    }

    void sleep(Caller agent, Ticket ticket, Story.Step step) {
        postpone.handle(agent, ticket.id(), Precondition.any(), clock.now().plus(Duration.ofDays(step.days())));
    }

    void dispose(Caller agent, Ticket ticket, Disposition to, Story.Step step) {
        dispose.handle(agent, ticket.id(), Precondition.any(), to, step.text());
    }

    void purge(Caller agent, Ticket ticket) {
        purge.handle(agent, ticket.id(), Precondition.any());
    }
}
