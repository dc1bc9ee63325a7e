package io.switchboard.core.triage;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks again for an agent for tickets that found none because all were away or outside their hours, or because the rules
 * were being replaced: soon at first, then less and less often, until somebody has the ticket or it is no use.
 */
@Component(service = TimerKind.class)
public final class AssignWaiting implements TimerKind {
    /** The id of the timers. */
    static final String KIND = "assign-waiting";

    /** How long after the first try the second comes, and the shortest time between two. */
    static final Duration FIRST = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final Triage triage;
    private final Timers timers;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public AssignWaiting(@Reference Triage triage, @Reference Timers timers, @Reference DeskClock clock) {
        this.triage = triage;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        TicketId ticket = TicketId.of(subject);
        triage.assignWaiting(ticket).ifPresent(waiting -> {
            Instant next = clock.now().plus(pause(waiting.since()));
            if (next.isBefore(waiting.until())) {
                timers.set(KIND, ticket, next);
            }
        });
    }

    private Duration pause(Instant since) {
        Duration half = Duration.between(since, clock.now()).dividedBy(2);
        if (half.compareTo(FIRST) < 0) {
            return FIRST;
        }
        return half.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : half;
    }
}
