package io.switchboard.core.rest.ticket;

import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waits a moment for triage, for callers who want to know at once where their ticket went. */
@Component(service = TriageWait.class)
public final class TriageWait {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int STEP_MILLISECONDS = 10;

    private final ReadTicket read;

    /** Makes it. */
    @Activate
    public TriageWait(@Reference ReadTicket read) {
        this.read = read;
    }

    /** Returns the ticket as soon as triage has spoken, or as it stands after two seconds. */
    Ticket await(Caller caller, Ticket ticket) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Ticket seen = ticket;
        try {
            while (seen.progress().triage() == TriageState.PENDING && System.nanoTime() < end) {
                Thread.sleep(STEP_MILLISECONDS);
                seen = read.ticket(caller, ticket.id());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return seen;
    }
}
