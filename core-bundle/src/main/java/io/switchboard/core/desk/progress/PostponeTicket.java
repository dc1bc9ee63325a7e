package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a ticket sleep until a time and wakes it (ST2). A customer's message wakes it earlier. */
@Component(service = {PostponeTicket.class, TimerKind.class})
public final class PostponeTicket implements TimerKind {
    private static final Logger LOG = LoggerFactory.getLogger(PostponeTicket.class);
    private static final String KIND = "wake-ticket";
    private static final Duration LONGEST = Duration.ofDays(3660);

    private static final Set<ErrorCode> GONE =
            EnumSet.of(ErrorCode.PURGED, ErrorCode.NOT_FOUND, ErrorCode.TICKET_NOT_CHANGEABLE);

    private final TicketChanges changes;
    private final Timers timers;

    /** Makes the use case. */
    @Activate
    public PostponeTicket(@Reference TicketChanges changes, @Reference Timers timers) {
        this.changes = changes;
        this.timers = timers;
    }

    /**
     * Lets a ticket sleep.
     *
     * @param until when it wakes, or null to wake it now
     */
    public Ticket handle(Caller caller, TicketId ticket, Precondition precondition, @Nullable Instant until) {
        return changes.change(caller, ticket, precondition, edit -> {
                    AccessPolicy.require(caller, Right.TICKET_TRANSITION);
                    if (until == null) {
                        timers.cancel(KIND, ticket.toString());
                        edit.draft().postponedUntil(null);
                    } else {
                        sleep(edit, until);
                    }
                    return ticket;
                })
                .ticket();
    }

    /** Lets a ticket sleep in a change that is under way. */
    void sleep(TicketEdit edit, Instant until) {
        if (!until.isAfter(edit.now()) || until.isAfter(edit.now().plus(LONGEST))) {
            throw SwitchboardException.field("until", "must be a time within the next ten years");
        }
        edit.draft().postponedUntil(until);
        remind(edit);
    }

    /** Has a ticket that sleeps woken at its time, after that may have passed while it stood aside. */
    void remind(TicketEdit edit) {
        Instant until = edit.ticket().progress().postponedUntil();
        if (until != null) {
            timers.set(KIND, edit.ticket().id(), until);
        }
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        try {
            wake(TicketId.of(subject));
        } catch (SwitchboardException refused) {
            if (!GONE.contains(refused.code())) {
                throw refused;
            }
            LOG.debug("Ticket {} was put away before it woke", subject);
        }
    }

    private void wake(TicketId ticket) {
        changes.change(Caller.timer(KIND), ticket, Precondition.any(), edit -> {
            Instant until = edit.ticket().progress().postponedUntil();
            if (until != null && !until.isAfter(edit.now())) {
                edit.draft().postponedUntil(null);
            }
            return ticket;
        });
    }
}
