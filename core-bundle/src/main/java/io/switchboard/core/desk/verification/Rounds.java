package io.switchboard.core.desk.verification;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.core.desk.conversation.ReopenWindow;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.timing.DeskClock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows when a solution waits to be verified. */
@Component(service = Rounds.class)
public final class Rounds {
    /** What was not solved needs no customer who tries it. */
    private static final Set<ClosureReason> NOT_SOLVED = Set.of(ClosureReason.DUPLICATE, ClosureReason.WITHDRAWN);

    private final Lifecycle lifecycle;
    private final ReopenWindow window;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Rounds(@Reference Lifecycle lifecycle, @Reference ReopenWindow window, @Reference DeskClock clock) {
        this.lifecycle = lifecycle;
        this.window = window;
        this.clock = clock;
    }

    /** Returns whether a ticket is still resolved, in the ordinary flow, and in the round with this number of reopenings. */
    boolean underWay(Ticket ticket, int reopenings) {
        Progress standing = ticket.progress();
        return standing.disposition() == Disposition.NONE
                && standing.status().equals(Status.RESOLVED)
                && standing.reopenings() == reopenings;
    }

    /** Returns whether a ticket of this round can be closed. */
    boolean closable(Ticket ticket, int reopenings) {
        return underWay(ticket, reopenings) && leadsToClosed(ticket.progress());
    }

    /** Returns whether there is an edge to closed. */
    boolean leadsToClosed(Progress standing) {
        return lifecycle.next(standing).contains(Status.CLOSED);
    }

    /** Returns whether the customer's word on a ticket is still wanted: late, it is taken while the ticket can be reopened. */
    boolean answerable(Ticket ticket) {
        Progress standing = ticket.progress();
        Resolution resolution = ticket.resolution();
        if (standing.disposition() != Disposition.NONE || resolution == null) {
            return false;
        }
        return standing.status().equals(Status.RESOLVED) && unverified(resolution)
                || standing.status().equals(Status.CLOSED)
                        && resolution.closure() == ClosureReason.NOT_CONFIRMED
                        && clock.now().isBefore(standing.statusSince().plus(window.length()));
    }

    /** Returns whether the word of this person is wanted. */
    public boolean answerable(Ticket ticket, @Nullable PersonId person) {
        boolean theirs = ticket.requester().id().equals(person)
                || ticket.submitter().id().equals(person);
        return theirs && answerable(ticket);
    }

    private static boolean unverified(Resolution resolution) {
        ClosureReason closure = resolution.closure();
        return resolution.verification() != VerificationMethod.CONFIRMATION
                && (closure == null || !NOT_SOLVED.contains(closure));
    }
}
