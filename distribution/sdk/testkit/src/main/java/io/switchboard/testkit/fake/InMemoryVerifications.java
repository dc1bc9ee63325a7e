package io.switchboard.testkit.fake;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.api.verification.Verifications;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verification on an {@link InMemoryDesk}. Letters are noted down; everybody is reached. */
public final class InMemoryVerifications implements Verifications {
    private final InMemoryDesk desk;
    private final Set<Letter> letters = new LinkedHashSet<>();
    private @Nullable String missing;

    /** Begins without letters. */
    public InMemoryVerifications(InMemoryDesk desk) {
        this.desk = desk;
    }

    /** A letter, of one ticket. */
    private record Letter(TicketId ticket, String text) {}

    /** Returns what was sent, in order, for example {@code ask 0} and {@code remind 0} with the round. */
    public synchronized List<String> letters() {
        return letters.stream().map(Letter::text).toList();
    }

    /** Has a guard refuse every closure for this reason, or no longer if it is null. */
    public synchronized void refuseClosing(@Nullable String reason) {
        missing = reason;
    }

    @Override
    public synchronized Outcome ask(TicketId ticket, int reopenings, @Nullable Instant closesAt) {
        return send("ask " + reopenings, ticket, reopenings);
    }

    @Override
    public synchronized Outcome remind(TicketId ticket, int reopenings, @Nullable Instant closesAt) {
        return send("remind " + reopenings, ticket, reopenings);
    }

    private Outcome send(String letter, TicketId ticket, int reopenings) {
        if (!underWay(ticket, reopenings)) {
            return Outcome.OVER;
        }
        return letters.add(new Letter(ticket, letter)) ? Outcome.DONE : Outcome.BEFORE;
    }

    @Override
    public synchronized Outcome close(TicketId ticket, int reopenings) {
        if (!underWay(ticket, reopenings)) {
            return Outcome.OVER;
        }
        if (missing != null) {
            throw new SwitchboardException(ErrorCode.GUARD_REFUSED, missing);
        }
        Resolution resolution = desk.ticket(ticket).map(Ticket::resolution).orElseThrow();
        boolean confirmed = resolution.verification() == VerificationMethod.CONFIRMATION;
        ClosureReason closure = confirmed ? ClosureReason.CONFIRMED : ClosureReason.NOT_CONFIRMED;
        desk.transition(ticket, Status.CLOSED, null, resolution.closed(resolution.verification(), closure));
        return Outcome.DONE;
    }

    @Override
    public boolean mayAnswer(Ticket ticket, PersonId person) {
        return ticket.progress().status().equals(Status.RESOLVED)
                && (ticket.requester().id().equals(person)
                        || ticket.submitter().id().equals(person));
    }

    @Override
    public synchronized Ticket answer(TicketId ticket, PersonId person, Answer answer, String channel) {
        Ticket found = desk.ticket(ticket)
                .filter(known -> mayAnswer(known, person))
                .orElseThrow(() -> new SwitchboardException(ErrorCode.LINK_NOT_VALID, "There is nothing to answer"));
        Resolution resolution = found.resolution();
        return answer.works()
                ? desk.transition(
                        ticket,
                        Status.CLOSED,
                        null,
                        resolution == null
                                ? null
                                : resolution.closed(VerificationMethod.CONFIRMATION, ClosureReason.CONFIRMED))
                : desk.transition(ticket, Status.REOPENED, null, null);
    }

    private boolean underWay(TicketId ticket, int reopenings) {
        return desk.ticket(ticket)
                .map(Ticket::progress)
                .filter(standing -> underWay(standing, reopenings))
                .isPresent();
    }

    private static boolean underWay(Progress standing, int reopenings) {
        return standing.status().equals(Status.RESOLVED)
                && standing.disposition() == Disposition.NONE
                && standing.reopenings() == reopenings;
    }
}
