package io.switchboard.api.deadline;

import io.switchboard.api.people.Customer;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <b>Advisor.</b> Says by when a ticket must be answered and solved.
 *
 * <p>Register it as an OSGi service. Triage asks it last, and again at each change of status, at each reply and when type,
 * category, priority, requester, importance or team change; on a thread of the desk, several at once, 250 ms for the
 * answer. It must not change anything. Each answers for the kinds of deadline it owns; of two answers for one kind that of
 * the higher service ranking wins, then of the smaller plugin id. If it fails, its deadlines stay as they were.
 */
public interface DeadlinePolicy {
    /** Returns all deadlines of the ticket that this policy owns; one it leaves out is cleared. */
    List<DeadlineAdvice> deadlines(DeadlineQuestion question);

    /**
     * A ticket and its past.
     *
     * @param ticket the ticket as it stands, with its deadlines so far
     * @param requester who needs help
     * @param history what happened so far that matters to clocks: opening, transitions, replies; oldest first
     * @param now the desk's time
     */
    record DeadlineQuestion(Ticket ticket, Customer requester, List<TicketEvent> history, Instant now) {
        /** Keeps a copy. */
        public DeadlineQuestion {
            history = List.copyOf(history);
        }
    }

    /**
     * One deadline.
     *
     * @param kind what must have happened, for example {@code resolution}; lower-case words joined by underscores
     * @param dueAt by when; null while the clock stands still
     * @param warnAt when to warn, or null for no warning
     * @param metAt when it was met, or null
     * @param explanation why it is due then, one step a line, for a person
     */
    record DeadlineAdvice(
            String kind,
            @Nullable Instant dueAt,
            @Nullable Instant warnAt,
            @Nullable Instant metAt,
            String explanation) {}
}
