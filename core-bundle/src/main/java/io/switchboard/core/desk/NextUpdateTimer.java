package io.switchboard.core.desk;

import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.timing.Timers;
import java.time.Instant;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a timer ring when the customer is to hear of a ticket (CO3), whoever said so. */
@Component(service = NextUpdateTimer.class)
public final class NextUpdateTimer {
    /** The id of the timers. */
    public static final String KIND = "next-update";

    private final Timers timers;

    /** Makes it. */
    @Activate
    public NextUpdateTimer(@Reference Timers timers) {
        this.timers = timers;
    }

    /** Sets, moves or cancels the timer, in the thread's transaction. */
    void changed(Ticket before, Ticket after) {
        Instant due = after.nextUpdateDueAt();
        if (due == null && before.nextUpdateDueAt() != null) {
            timers.cancel(KIND, after.id().toString());
        } else if (due != null && !Objects.equals(before.nextUpdateDueAt(), due)) {
            timers.set(KIND, after.id(), due);
        }
    }
}
