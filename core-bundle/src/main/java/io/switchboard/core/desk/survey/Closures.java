package io.switchboard.core.desk.survey;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows which closed tickets are such that their customer may be asked how it went. */
@Component(service = Closures.class)
public final class Closures {
    /** Of what was never worked on nobody can say how it went. */
    private static final Set<ClosureReason> NOT_SOLVED = Set.of(ClosureReason.DUPLICATE, ClosureReason.WITHDRAWN);
    /** Whoever reads again what happened long ago asks nobody about it. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final Lifecycle lifecycle;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Closures(@Reference Lifecycle lifecycle, @Reference DeskClock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** Returns whether a ticket is closed, lately, in the ordinary flow, and was a matter of this desk. */
    boolean asked(Ticket ticket) {
        Progress standing = ticket.progress();
        Resolution resolution = ticket.resolution();
        return closed(standing)
                && standing.disposition() == Disposition.NONE
                && standing.triage() != TriageState.PENDING
                && !ticket.imported()
                && (resolution == null || resolution.closure() == null || !NOT_SOLVED.contains(resolution.closure()))
                && standing.statusSince().plus(RECENT).isAfter(clock.now());
    }

    /** Where a lifecycle knows no closed tickets, being put away is the end of the matter. */
    private boolean closed(Progress standing) {
        if (standing.status().equals(Status.CLOSED)) {
            return true;
        }
        Optional<LifecycleProfile> profile = lifecycle.find(standing.profile());
        return standing.status().equals(Status.ARCHIVED)
                && profile.filter(known -> known.statuses().stream()
                                .noneMatch(one -> one.status().equals(Status.CLOSED)))
                        .isPresent();
    }
}
