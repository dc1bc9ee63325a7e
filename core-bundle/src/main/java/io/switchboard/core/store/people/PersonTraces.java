package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows where a person leaves traces outside of their own row and of tickets, and wipes them out. Each method works in the
 * thread's transaction; called again it finds nothing.
 */
public interface PersonTraces {
    /**
     * Removes what is theirs alone: password and second factor, sessions, tokens, links, accounts of other systems, roles,
     * teams, absences, their load, their own templates, macros and views, their part in the tickets of others, their drafts,
     * and what they were told, and makes links to surveys void. Open tasks that they were to do are nobody's then.
     */
    void removeAccount(PersonId person);

    /** Forgets the answers to their requests, and those to requests of others that mention them. */
    void forgetAnswers(PersonId person);

    /** Removes what was sent, or waits to be sent, to these addresses. */
    void forgetSent(Collection<String> addresses);

    /** Leaves of the audit log that something was done to them and by them, and takes away what, and from where. */
    void forgetAudited(PersonId person);

    /**
     * Returns tickets that show the person, in the order of their ids: those they asked for, opened, work on, or wrote in,
     * also in tasks, with working time, in escalations and in
     * surveys.
     *
     * @param after the last one of the page before, or null
     */
    List<TicketId> tickets(PersonId person, @Nullable TicketId after, int limit);
}
