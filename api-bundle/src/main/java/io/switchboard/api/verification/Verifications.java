package io.switchboard.api.verification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks customers whether a solution works, takes their answers, and closes what nobody answered. Get it as an OSGi service;
 * it may be used from any thread but not from inside an Advisor or a Guard, and throws as
 * {@link io.switchboard.api.desk.Desk} does.
 *
 * <p>A <b>round</b> begins when a ticket is resolved and ends when it is answered, closed or opened again. It is named by
 * {@code reopenings}, how often the ticket had been reopened until then. A command about a round that is over does nothing
 * and says so; each may be given again without doing anything twice.
 */
@ProviderType
public interface Verifications {
    /**
     * Asks the requester whether the solution works, by a letter with a link, if a courier reaches them. The link acts once,
     * on POST only, and is good for 14 days, or until {@code closesAt} if that is later.
     *
     * @param closesAt when the ticket is closed without an answer, to be told in the letter; null if it is not
     */
    Outcome ask(TicketId ticket, int reopenings, @Nullable Instant closesAt);

    /**
     * Reminds the requester, once a round, with another link. Whoever wrote anything since the ticket was resolved, thanks
     * for example, is not reminded.
     *
     * @param closesAt as with {@link #ask}
     */
    Outcome remind(TicketId ticket, int reopenings, @Nullable Instant closesAt);

    /**
     * Closes a resolved ticket: as confirmed if the customer has confirmed it already, else as not confirmed. Guards are
     * asked.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code guard-refused} that lists what is missing
     */
    Outcome close(TicketId ticket, int reopenings);

    /** Returns whether this person may answer now: the requester or submitter of a ticket that waits to be verified. */
    boolean mayAnswer(Ticket ticket, PersonId person);

    /**
     * Takes the answer of a requester or submitter who came by another way than the link of a letter.
     *
     * @param channel the id of the channel it came through
     * @throws io.switchboard.api.error.SwitchboardException with {@code link-not-valid} if there is nothing to answer any
     *     more
     */
    Ticket answer(TicketId ticket, PersonId person, Answer answer, String channel);

    /** What came of a command. */
    enum Outcome {
        /** It is done. */
        DONE,
        /** It is done as far as it can be: no courier reaches the customer, so nothing was sent. */
        NOT_REACHED,
        /** It was done before. */
        BEFORE,
        /** There is nothing to be done: the ticket was answered, closed, opened again or set aside. */
        OVER
    }

    /**
     * What the customer says.
     *
     * @param works whether the solution works
     * @param words what they say of it, up to 10,000 characters, or null; it stands in the thread
     */
    record Answer(boolean works, @Nullable String words) {}
}
