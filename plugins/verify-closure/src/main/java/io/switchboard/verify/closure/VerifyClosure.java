package io.switchboard.verify.closure;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.desk.Desk;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Directory;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.api.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Asks the customer when a ticket is resolved, reminds them after a day, and closes the ticket after two (VE2). What the
 * customer confirmed before it was resolved, on the telephone for example, is closed at once. Timers ring at least once and
 * may be late: each looks at the ticket first, and the desk does nothing twice.
 */
@Component(service = {Reaction.class, Clockwork.Alarm.class, PluginHealth.class})
@Designate(ocd = VerifySettings.class)
@Subscription(
        name = "resolved",
        events = {"ticket.resolved", "ticket.closed", "ticket.reopened"},
        confidential = true)
@SwitchboardPlugin(socket = "Reaction")
@SwitchboardPlugin(socket = "Alarm")
@SwitchboardPlugin(socket = "PluginHealth")
public final class VerifyClosure implements Reaction, Clockwork.Alarm, PluginHealth {
    private static final String REMIND = "remind:";
    private static final String CLOSE = "close:";
    /** Follows the round in the payload of a timer that a guard has held up before. */
    private static final String HELD = " held";

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Desk desk;
    private final Verifications verifications;
    private final Clockwork clockwork;
    private final Clock clock;
    private final Queues queues;

    /** Takes the settings. */
    @Activate
    public VerifyClosure(
            VerifySettings settings,
            @Reference Desk desk,
            @Reference Verifications verifications,
            @Reference Clockwork clockwork,
            @Reference Directory directory,
            @Reference PluginContext context) {
        this(
                desk,
                verifications,
                clockwork,
                context.clock(),
                new Queues(
                        directory,
                        new Hours(true, settings.remindAfter(), settings.closeAfter()),
                        List.of(settings.teams())));
    }

    VerifyClosure(Desk desk, Verifications verifications, Clockwork clockwork, Clock clock, Queues queues) {
        this.desk = desk;
        this.verifications = verifications;
        this.clockwork = clockwork;
        this.clock = clock;
        this.queues = queues;
    }

    @Override
    public void react(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            Ticket ticket = desk.ticket(event.ticket()).orElse(null);
            if (event.type() == EventType.TICKET_RESOLVED && ticket != null && waits(ticket)) {
                begin(ticket);
            } else {
                clockwork.clear(REMIND + event.ticket());
                clockwork.clear(CLOSE + event.ticket());
            }
        }
    }

    private void begin(Ticket ticket) {
        Hours hours = queues.of(ticket);
        if (!hours.asks()) {
            return;
        }
        int round = ticket.progress().reopenings();
        Instant resolvedAt = ticket.progress().statusSince();
        if (confirmed(ticket)) {
            clockwork.set(CLOSE + ticket.id(), ticket.id(), resolvedAt, String.valueOf(round));
            return;
        }
        Optional<Instant> closeAt = hours.closeAt(resolvedAt);
        Verifications.Outcome asked = verifications.ask(ticket.id(), round, closeAt.orElse(null));
        if (asked != Verifications.Outcome.OVER) {
            hours.remindAt(resolvedAt)
                    .ifPresent(at -> clockwork.set(REMIND + ticket.id(), ticket.id(), at, String.valueOf(round)));
        }
        closeAt.ifPresent(at -> clockwork.set(CLOSE + ticket.id(), ticket.id(), at, String.valueOf(round)));
    }

    @Override
    public void ring(String key, @Nullable TicketId id, String payload) {
        Ticket ticket = id == null ? null : desk.ticket(id).orElse(null);
        if (ticket == null || !waits(ticket) || !payload.replace(HELD, "").equals(round(ticket))) {
            return;
        }
        Hours hours = queues.of(ticket);
        Instant resolvedAt = ticket.progress().statusSince();
        if (key.startsWith(REMIND)) {
            hours.remindAt(resolvedAt).ifPresent(at -> remind(ticket, key, at, hours));
        } else if (key.startsWith(CLOSE)) {
            Optional<Instant> due = confirmed(ticket) ? Optional.of(resolvedAt) : hours.closeAt(resolvedAt);
            due.ifPresent(at -> close(ticket, key, at, payload));
        }
    }

    private void remind(Ticket ticket, String key, Instant due, Hours hours) {
        if (tooEarly(ticket, key, due)) {
            return;
        }
        verifications.remind(
                ticket.id(),
                ticket.progress().reopenings(),
                hours.closeAt(ticket.progress().statusSince()).orElse(null));
    }

    private void close(Ticket ticket, String key, Instant due, String payload) {
        if (tooEarly(ticket, key, due)) {
            return;
        }
        try {
            verifications.close(ticket.id(), ticket.progress().reopenings());
        } catch (SwitchboardException refusal) {
            if (refusal.code() != ErrorCode.GUARD_REFUSED) {
                throw refusal;
            }
            clockwork.set(key, ticket.id(), clock.instant().plus(AGAIN), round(ticket) + HELD);
            if (!payload.endsWith(HELD)) {
                desk.remark(ticket.id(), "The customer's time is over; not closed yet: " + shortened(refusal));
            }
        }
    }

    /** The queue may have changed since the timer was set, or its hours. */
    private boolean tooEarly(Ticket ticket, String key, Instant due) {
        if (!clock.instant().isBefore(due)) {
            return false;
        }
        clockwork.set(key, ticket.id(), due, round(ticket));
        return true;
    }

    private static boolean waits(Ticket ticket) {
        return ticket.progress().status().equals(Status.RESOLVED)
                && ticket.progress().disposition() == Disposition.NONE;
    }

    private static boolean confirmed(Ticket ticket) {
        Resolution resolution = ticket.resolution();
        return resolution != null && resolution.verification() == VerificationMethod.CONFIRMATION;
    }

    private static String round(Ticket ticket) {
        return String.valueOf(ticket.progress().reopenings());
    }

    private static String shortened(SwitchboardException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return message.length() <= 1_000 ? message : message.substring(0, 1_000) + "…";
    }

    @Override
    public State check() {
        return queues.unreadable().isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "A line of the settings cannot be read and counts for nothing: '"
                                + queues.unreadable().get(0).replaceAll("\\p{Cntrl}", " ")
                                + "'. Write it as 'Payments = 48, 96' or 'Payments = off'");
    }
}
